What lies in a workspace is what it must be, or it is said: links, pipes, files of another day. In
a rehearsal; whatever would wait for ever is ended.

  $ place=$(mktemp -d /tmp/duban-XXXXXX); chmod 755 "$place"; cd "$place"
  $ cp "$(readlink -f "$(command -v duban)")" "$place/duban"
  $ say() { timeout 20 duban "$@" 2>&1 | sed "s#$place/##g; s/root=.*/root=…/"; }
  $ as_nobody() {
  >   if [ "$(id -u)" = 0 ]; then setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  >   else "$@"; fi
  > }
  $ again() { chmod -R u+w office 2> /dev/null; rm -rf office; cp -a whole office; }
  $ duban init whole --rehearsal --at 2017-01-05 > /dev/null
  $ printf '序号,工作内容,责任单位,完成时限\n1,甲。,省安监局,2017年6月底\n' > plan.csv
  $ duban --workspace whole import plan.csv --plan p --as 督查一处 --at 2017-01-05 > /dev/null
  $ printf '一\n二\n' > 来函.txt
  $ duban --workspace whole start 1 --as 省安监局 --note 办 --evidence 来函.txt --at 2017-01-06 > /dev/null

A pipe, a folder, a link in the place of a file.

  $ for file in duban.db duban.db-wal duban.yaml; do
  >   again; rm -f office/$file; mkfifo office/$file; say --workspace office list
  >   rm office/$file; mkdir office/$file; say --workspace office list
  >   (cd office; say status)
  > done
  duban: office/duban.db is a device or a pipe, not a file
  duban: office/duban.db is a folder, not a file
  duban: office/duban.db is a folder, not a file
  duban: office/duban.db-wal is a device or a pipe, not a file
  duban: office/duban.db-wal is a folder, not a file
  duban: office/duban.db-wal is a folder, not a file
  duban: office/duban.yaml is a device or a pipe, not a file
  duban: office/duban.yaml is a directory, not a file
  duban: office/duban.yaml is a directory, not a file
  $ again; mv office/duban.db elsewhere.db; ln -s ../elsewhere.db office/duban.db
  $ say --workspace office list; say --workspace office remark 1 --note 催 --as 督查一处 --at 2017-01-07
  duban: office/duban.db is a link; put what it points to in its place
  duban: office/duban.db is a link; put what it points to in its place
  $ say --workspace office backup link.tar
  duban: office/duban.db is a link; put what it points to in its place
  $ say --workspace office doctor | grep -E '^wrong'
  wrong    rights       office/duban.db is neither a file nor a folder; put the file itself there
  wrong    database     office/duban.db is a link; put what it points to in its place
  $ again; mkfifo pipe; say restore pipe other; say restore office other
  duban: pipe is no file that could be a backup
  duban: office is no file that could be a backup
  $ say --workspace office backup pipe
  duban: pipe is there already; nothing was overwritten

The same within evidence/: nothing outside is shown as what somebody handed in.

  $ folder=$(dirname $(find whole/evidence -name "$(sha256sum < 来函.txt | cut -c 3-64)" -printf '%P'))
  $ again; mv office/evidence/$folder outside; ln -s "$place/outside" office/evidence/$folder
  $ say --workspace office audit check | sed "s#/$folder#/…#; s/[0-9a-f]\{64\}/…/"
  entry 3, p/1: the file '来函.txt' handed in by 省安监局 cannot be read: office/evidence/… is a link; put what it points to in its place
  1 findings in 4 entries
  size=4 root=…
  $ say --workspace office evidence get 1 1 | sed "s#/$folder#/…#"
  duban: office/evidence/… is a link; put what it points to in its place
  $ again; mv office/evidence outside2; ln -s "$place/outside2" office/evidence
  $ say --workspace office evidence get 1 1
  duban: office/evidence is a link; put what it points to in its place
  $ say --workspace office remark 1 --note 催 --evidence plan.csv --as 督查一处 --at 2017-01-07
  duban: office/evidence is a link; put what it points to in its place

Evidence that a program altered which copies texts between systems; and one paper handed in twice.

  $ again; kept=$(find office/evidence -name "$(sha256sum < 来函.txt | cut -c 3-64)"); sed -i 's/$/\r/' $kept
  $ say --workspace office audit check | head -1 | sed 's/[0-9a-f]\{64\}/…/'
  entry 3, p/1: the file '来函.txt' handed in by 省安监局 was altered: only its line ends differ; it had 8 bytes and has 10 (its hash was …)
  $ say --workspace office audit check --lang zh | head -1 | sed 's/[0-9a-f]\{64\}/…/'
  第 3 条记录, p/1: 省安监局提交的文件'来函.txt'被改动：仅换行符不同；原 8 字节，现 10 字节（原哈希 …）
  $ say --workspace office evidence get 1 1 | sed 's/[0-9a-f]\{64\}/…/'
  duban: the stored bytes of 来函.txt are not those of … any more
  $ printf '三\n' > $kept; say --workspace office audit check | head -1 | sed 's/[0-9a-f]\{64\}/…/'
  entry 3, p/1: the file '来函.txt' handed in by 省安监局 was altered: it had 8 bytes and has 4 (its hash was …)
  $ rm $kept; say --workspace office doctor | grep '^wrong' | sed 's#evidence/[^;]*#evidence/…#'
  wrong    evidence     1 files that entries name are missing or cut, first '来函.txt' of entry 3, which is office/evidence/…; bring them back from a backup
  $ again; printf '一\r\n二　\r\n' > 来函二.txt
  $ duban --workspace office progress 1 --as 省安监局 --note 又 --evidence 来函二.txt --at 2017-01-07 > /dev/null
  $ say --workspace office audit check
  p/1: '来函.txt' by 省安监局 (entry 3), '来函二.txt' by 省安监局 (entry 4) differ only in blanks and line ends; see whether it is one paper handed in twice
  5 entries, 7 files: the log is whole and unaltered
  size=5 root=…
  $ duban --workspace office audit check --format json | sed 's/[0-9a-f]\{64\}/…/g; s/,"files":7.*//'
  {"alike":[{"files":[{"by":"省安监局","entry":3,"name":"来函.txt","sha256":"…"},{"by":"省安监局","entry":4,"name":"来函二.txt","sha256":"…"}],"task":"p/1"}]
  $ duban --workspace office audit check --lang zh | head -1
  p/1: 省安监局的'来函.txt'（第 3 条）、省安监局的'来函二.txt'（第 4 条）仅空白和换行不同；请查看是否为同一材料重复提交

A -wal with the newest entry, as a copy or a failure of power leaves it.

  $ cat > left.py <<'END'
  > """left.py COPY: a step is taken while somebody reads; COPY has a -wal with it, and no -shm."""
  > import shutil, sqlite3, subprocess, sys
  > reader = sqlite3.connect('office/duban.db')
  > reader.execute('BEGIN')
  > reader.execute('SELECT 1 FROM meta').fetchall()
  > subprocess.run(['./duban', '--workspace', 'office', 'remark', '1', '--note', '最新一条', '--as',
  >                 '督查一处', '--at', '2017-01-08'], check=True, stdout=subprocess.DEVNULL)
  > shutil.copytree('office', sys.argv[1], ignore=shutil.ignore_patterns('*-shm'))
  > END
  $ again; python3 left.py kept
  $ cp -a kept read_only; find read_only -type d -exec chmod 555 {} +; find read_only -type f -exec chmod 444 {} +
  $ as_nobody ./duban --workspace read_only audit check 2>&1 | sed "s#$place/##g"
  duban: read_only/duban.db-wal holds what is not in read_only/duban.db yet, and to read it read_only/duban.db-shm must be made here, where nothing can be written; copy the whole workspace to a disk that can be written, and read it there
  $ duban --workspace kept audit check | head -1
  5 entries, 6 files: the log is whole and unaltered

It is never left out because the file lies elsewhere.

  $ again; python3 left.py linked; mkdir disk; mv linked/duban.db linked/duban.db-wal disk/
  $ ln -s ../disk/duban.db linked/duban.db; chmod -R a+rX linked disk
  $ as_nobody ./duban --workspace linked audit check 2>&1 | sed "s#$place/##g"
  duban: linked/duban.db is a link; put what it points to in its place
  $ say --workspace linked audit check
  duban: linked/duban.db is a link; put what it points to in its place

Yesterday's file beside today's -wal.

  $ again; cp office/duban.db yesterday.db
  $ for day in 07 08; do duban --workspace office remark 1 --note 催 --as 督查一处 --at 2017-01-$day > /dev/null; done
  $ python3 left.py today; cp yesterday.db today/duban.db; cp -a today before
  $ say --workspace today remark 1 --note 又催 --as 督查一处 --at 2017-01-09
  duban: today/duban.db and today/duban.db-wal do not belong together: one of them is of another day or another workspace; nothing was changed, put back the one that was there with the other, or restore a backup
  $ say --workspace today list
  duban: today/duban.db and today/duban.db-wal do not belong together: one of them is of another day or another workspace; nothing was changed, put back the one that was there with the other, or restore a backup
  $ say --workspace today doctor | grep -E '^wrong'
  wrong    database     today/duban.db and today/duban.db-wal do not belong together: one of them is of another day or another workspace; nothing was changed, put back the one that was there with the other, or restore a backup
  $ duban --workspace today list; diff -r -x "*-shm" before today
  duban: today/duban.db and today/duban.db-wal do not belong together: one of them is of another day or another workspace; nothing was changed, put back the one that was there with the other, or restore a backup
  $ chmod -R u+w "$place"; cd /; rm -r "$place"
