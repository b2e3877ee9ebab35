A stream of commands: one JSON object a line, one line of result each.

  $ duban init office --rehearsal --at 2017-01-20 > made
  $ cd office
  $ duban import $DUBAN_SOURCE/tests/data/plans/plan.csv --plan hn135 --as 督查一处 > imported
  $ cat > steps.jsonl <<END
  > {"at":"2017-03-01","as":"省经信委","do":"start","task":"1.3.11"}
  > {"at":"2017-03-02","as":"省经信委","do":"progress","task":"1.3.11","note":"已完成方案起草"}
  > 
  > {"at":"2017-03-03","as":"省经信委","do":"report","task":"1.3.11"}
  > {"at":"2017-03-03","as":"督查一处","do":"excuse","task":"1.3.11","co":["省保监局"],"note":"无相关职责"}
  > {"at":"2017-03-03","as":"督查一处","do":"excuse","task":"1.3.11","co":"省保监局","note":"误","undo":true}
  > {"at":"2017-03-04","do":"nightly"}
  > END
  $ duban apply steps.jsonl
  {"ok":true,"seq":61,"state":"in_progress"}
  {"ok":true,"seq":62,"state":"in_progress"}
  {"code":"missing","error":"'report' of hn135/1.3.11 lacks: note, evidence, contributions (of 省公安厅, 省安监局, 省保监局) (rules.yaml:40 asks for it)","missing":["note","evidence","contributions"],"ok":false}
  {"ok":true,"seq":63,"state":"in_progress"}
  {"ok":true,"seq":64,"state":"in_progress"}
  {"fired":112,"ok":true}
  [1]

What is unreadable is refused, the stream goes on, the status is 2.

  $ duban apply - <<END
  > nonsense
  > {"do":"strat","task":"1.1.1"}
  > {"do":"start","task":"1.1.1","noet":"x"}
  > {"do":"start","task":"1.1.1","as":"省安监局"}
  > {"do":"remark","task":"1.1.1","as":"督查一处","note":"请抓紧","due":"2018-01-01"}
  > END
  {"code":"usage","error":"this is not JSON: Problem while parsing an atom starting with the letter 'n'","ok":false}
  {"code":"usage","error":"there is no step 'strat'; did you mean 'start'?","ok":false}
  {"code":"usage","error":"there is no key 'noet'; did you mean 'note'?","ok":false}
  {"ok":true,"seq":178,"state":"in_progress"}
  {"code":"usage","error":"'remark' takes no --due","ok":false}
  [2]
  $ duban apply --lang zh - <<END
  > {"do":"start","task":"1.1.1","as":"省安监局"}
  > END
  {"code":"state","error":"事项'办理中'时不能办理'签收'","ok":false}
  [1]

It ends at the first refusal when asked to; what was committed stays.

  $ duban apply --stop-on-error --commit-every 10 - <<END
  > {"do":"progress","task":"1.1.1","as":"省安监局","note":"一"}
  > {"do":"start","task":"1.1.1","as":"省安监局"}
  > {"do":"progress","task":"1.1.1","as":"省安监局","note":"二"}
  > END
  {"ok":true,"seq":179,"state":"in_progress"}
  {"code":"state","error":"a task that is in_progress cannot take 'start'","ok":false}
  [1]

Several lines to a transaction; a refused one undoes only itself.

  $ duban apply --commit-every 2 - <<END
  > {"do":"progress","task":"1.1.1","as":"省安监局","note":"三"}
  > {"do":"verify","task":"1.1.1","as":"督查一处","note":"四"}
  > {"do":"progress","task":"1.1.1","as":"省安监局","note":"五"}
  > END
  {"ok":true,"seq":180,"state":"in_progress"}
  {"code":"state","error":"a task that is in_progress cannot take 'verify'","ok":false}
  {"ok":true,"seq":181,"state":"in_progress"}
  [1]
  $ duban log --task 1.1.1 --format jsonl | grep -o '"note":"[^"]*"'
  "note":"一"
  "note":"三"
  "note":"五"

A note of a megabyte, a line of five.

  $ note=$(head -c 1000000 /dev/zero | tr '\0' x)
  $ echo "{\"do\":\"progress\",\"task\":\"1.1.1\",\"as\":\"省安监局\",\"note\":\"$note\"}" | duban apply -
  {"code":"argument","error":"the note is longer than 65536 bytes; attach it as evidence","ok":false}
  [1]
  $ (head -c 5000000 /dev/zero | tr '\0' x; echo; echo '{"do":"nightly"}') | duban apply -
  {"code":"usage","error":"a line is longer than 4194304 bytes","ok":false}
  {"fired":0,"ok":true}
  [2]

  $ duban apply missing.jsonl
  duban: missing.jsonl cannot be read
  [2]
  $ duban apply - --commit-every 0
  duban: --commit-every takes a number from 1 on
  [2]
  $ duban audit replay
  182 entries, 57 tasks: the tables are what the log says
