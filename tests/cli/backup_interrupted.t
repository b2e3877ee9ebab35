Backups while others write, and restorations that are interrupted.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ duban --workspace office import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > imported
  $ sed -i 's/^busy_timeout: 5/busy_timeout: 600/' office/duban.yaml
  $ line='{"do":"remark","as":"督查一处","task":"1.3.11","note":"催办"}'
  $ writer() { yes "$line" | head -150 | duban --workspace office apply - > wrote.$1; }
  $ for w in 1 2 3 4; do writer $w & done
  $ for b in 1 2 3 4 5; do duban --workspace office backup $b.tar > backup.$b || echo failed; done
  $ wait
  $ cat wrote.* | grep -c '"ok":true'
  600
  $ for b in 1 2 3 4 5; do
  >   duban restore $b.tar restored > said || cat said
  >   tail -1 said > head; tail -1 backup.$b | cmp - head
  >   duban --workspace restored audit check > check || cat check
  >   duban --workspace restored audit replay > replay || cat replay
  >   duban --workspace office doctor --head "$(tail -1 backup.$b)" | grep -c 'the log goes on'
  >   rm -r restored
  > done
  1
  1
  1
  1
  1

No room for it: nothing is left, neither of a backup nor of a restoration. Later it works.

  $ trap '' XFSZ
  $ (ulimit -f 100; duban --workspace office backup full.tar) 2>&1 | sed 's#/[^ ]*/\.#.#; s/(.*)/(…)/'
  duban: reading or writing .full.tar.new/duban.db failed (…); check the disk, its free space and its quota, then try again
  $ (ulimit -f $(($(stat -c %s office/duban.db) / 512 + 8)); duban --workspace office backup full.tar) 2>&1 | sed 's#/[^ ]*/\.#.#'
  duban: .full.tar.new/backup.tar cannot be written: File too large; check the disk and its free space
  $ (ulimit -f 200; duban restore 1.tar again) 2>&1 | sed 's#/[^ ]*/\.#.#'
  duban: .again.new/duban.db cannot be written: File too large; check the disk and its free space
  $ ls -A | grep -E 'new|full|again'
  [1]

What a killed process left is cleared away; where one still works, nobody else does.

  $ mkdir -p .again.new/evidence; echo half > .again.new/duban.db; chmod 755 .again.new
  $ flock .again.new duban restore 1.tar again 2>&1 | sed 's#/[^ ]*/\.#.#'
  duban: .again.new is in the making by another process; try again later
  $ cat .again.new/duban.db
  half
  $ duban restore 1.tar again | head -1 | sed 's/[0-9]\{3\} entries/… entries/'
  again holds * entries, the last of 2017-01-20 00:00, and 7 files (glob)
  $ stat -c %a again; ls -A | grep new
  700
  [1]

A folder is not taken for a backup's place, nor a link followed.

  $ ln -s nowhere link.tar
  $ duban --workspace office backup link.tar
  duban: link.tar is there already; nothing was overwritten
  [1]
  $ duban --workspace office backup none/b.tar
  duban: nothing can be made in */none: No such file or directory (glob)
  [3]
  $ mkdir full; touch full/file
  $ duban restore 1.tar full
  duban: full is there already and is not an empty directory
  [1]
  $ duban restore 1.tar made
  duban: made is there already and is not an empty directory
  [1]
