// Chinese of what database, log and audit say.
#include "cli/words_tables.hpp"

namespace duban {
namespace {

constexpr Phrase phrases[] = {
    {"'{field}' is {stored}, but {derived} follows from what came before",
     "'{field}' 记为 {stored}，而按此前记录应为 {derived}"},
    {"'max_gap' is {stored} days, which no setting allows",
     "'max_gap' 记为 {stored} 天，任何设置都不允许"},
    {"'{timer}' fell at {at}, and up to here no entry tells of it",
     "'{timer}' 应在 {at} 触发，而至此没有相应记录"},
    {"an entry among {first} to {last}, or the tree's head, was altered",
     "第 {first} 至 {last} 条记录之一或树根被改动"},
    {"hash {index} in tile {tile} of the tree is not that of the tile below",
     "树的分块 {tile} 中第 {index} 个哈希与下层分块不符"},
    {"it came later than {days} days after the entry before it, which 'max_gap' forbids",
     "距前一条记录已超过 {days} 天，违反当时的 'max_gap'"},
    {"it accepts a clock that was not behind what stood in the log: {now}",
     "它确认的时钟并不早于记录中已有的时间：{now}"},
    {"it could not have been taken: {reason}", "这一步本不能成立：{reason}"},
    {"it does not hash to what tile {tile} of the tree keeps of it",
     "其哈希与树的分块 {tile} 所存不符"},
    {"it ends an actor that was never added", "它停用了一名从未登记的经办人"},
    {"it fell at {at}, when the clock said {now}", "它到期于 {at}，而当时的时钟为 {now}"},
    {"it is gone", "该条已缺失"},
    {"it is gone, with all up to {last}", "该条至第 {last} 条均已缺失"},
    {"it is recorded at {stored}, before the entry that precedes it, {derived}",
     "记录时间 {stored} 早于前一条记录 {derived}"},
    {"it stands in the log, but the tree's head counts only {size}",
     "记录中有该条，而树根只计 {size} 条"},
    {"it takes effect at {stored}, before the task's entry that precedes it, {derived}",
     "生效时间 {stored} 早于该事项的前一条记录 {derived}"},
    {"it takes effect at {stored}, later than it is recorded, {derived}",
     "生效时间 {stored} 晚于记录时间 {derived}"},
    {"its 'prev' is {stored}, but it is the task's first",
     "'prev' 为 {stored}，而它是该事项的第一条记录"},
    {"its 'prev' is {stored}, but the task's entry before it is {derived}",
     "'prev' 为 {stored}，而该事项的前一条记录是 {derived}"},
    {"its own number is {number}: it was moved", "其自身序号为 {number}：被移动过"},
    {"nobody called {actor} may act here", "这里没有名为 {actor} 的经办人"},
    {"nothing had been recorded by {at}", "截至 {at} 尚无记录"},
    {"plan {plan} was imported before", "台账 {plan} 此前已导入"},
    {"reading or writing {file} failed ({reason}); check the disk, its free space and its quota, "
     "then try again",
     "读写 {file} 失败（{reason}）；请检查磁盘、剩余空间和配额后重试"},
    {"row {row} of table {table} holds in {column} what cannot stand there; 'duban audit "
     "replay' compares all rows with the log",
     "表 {table} 中 {row} 一行的 {column} 内容不能成立；'duban audit replay' "
     "将各行与流转记录逐一比对"},
    {"table {table} has lost its only row; restore a backup",
     "表 {table} 失去了唯一的一行；请恢复备份"},
    {"text that is not valid UTF-8 cannot be kept in the log", "不是有效 UTF-8 的文字不能写入记录"},
    {"the actor {id} was ended before", "经办人 {id} 先前已停用"},
    {"the basis {hash} is not what it was: its texts were altered", "判定依据 {hash} 的文本被改动"},
    {"the database is damaged: {reason}", "数据库已损坏：{reason}"},
    {"the database {file} is damaged ({reason}); restore it from a backup",
     "数据库 {file} 已损坏（{reason}）；请从备份恢复"},
    {"the disk did not confirm what was written to {file}: whether it is kept is not certain; "
     "check the disk, then see duban log before doing it again",
     "磁盘未确认 {file} 的写入：是否已保存尚不确定；请检查磁盘，重办前先用 duban log 查看"},
    {"the disk did not confirm what was written to {file}; nothing more is written, check the disk "
     "and try again",
     "磁盘未确认 {file} 的写入；不再继续写入，请检查磁盘后重试"},
    {"the disk is full: {file} cannot grow; free some space and try again",
     "磁盘已满：{file} 无法增长；请腾出空间后重试"},
    {"the file {file} is missing", "文件 {file} 缺失"},
    {"the file {hash} that it names cannot be read: {reason}",
     "所引文件 {hash} 无法读取：{reason}"},
    {"the file {hash} that it names was altered", "所引文件 {hash} 被改动"},
    {"the file {hash} that it names was altered: only its line ends differ; it had {size} bytes "
     "and has {now}",
     "所引文件 {hash} 被改动：仅换行符不同；原 {size} 字节，现 {now} 字节"},
    {"the file '{name}' handed in by {who} cannot be read: {reason}",
     "{who}提交的文件'{name}'无法读取：{reason}"},
    {"the file '{name}' handed in by {who} was altered: it had {size} bytes and has {now} (its "
     "hash was {hash})",
     "{who}提交的文件'{name}'被改动：原 {size} 字节，现 {now} 字节（原哈希 {hash}）"},
    {"the file '{name}' handed in by {who} was altered: it has {now} bytes now (its hash was "
     "{hash})",
     "{who}提交的文件'{name}'被改动：现 {now} 字节（原哈希 {hash}）"},
    {"the file '{name}' handed in by {who} was altered: only its line ends differ; it had {size} "
     "bytes and has {now} (its hash was {hash})",
     "{who}提交的文件'{name}'被改动：仅换行符不同；原 {size} 字节，现 {now} 字节（原哈希 {hash}）"},
    {"the import of {plan} announces {announced} tasks, and {found} were assigned",
     "{plan} 的导入记录写明 {announced} 项，而交办了 {found} 项"},
    {"the log does not give the past; see 'duban audit replay'",
     "从记录无法还原当时情况；请看 'duban audit replay'"},
    {"the log ends before it: {missing} of {size} entries are gone",
     "记录提前结束：{size} 条中缺 {missing} 条"},
    {"the log has a row of number {seq}, which no entry can have",
     "流转记录表中有编号为 {seq} 的一行，任何记录都不能有此编号"},
    {"the log of {file} has {entries} entries where its tree has {size}; run the audit",
     "{file} 有 {entries} 条记录，而树有 {size} 条；请运行审计"},
    {"the tables have {field} as {stored}; the log says {derived}",
     "库表中 {field} 为 {stored}，而记录推得 {derived}"},
    {"the tables have {row}, of which the log knows nothing", "库表中有 {row}，而记录中没有"},
    {"the tables lack {row}", "库表缺少 {row}"},
    {"the task of this '{event}' was never assigned", "这条'{event*}'所属的事项从未交办"},
    {"the texts of the basis {hash} are lost", "判定依据 {hash} 的文本丢失"},
    {"the texts of the basis {hash} were altered", "判定依据 {hash} 的文本被改动"},
    {"there is a file {file} already", "文件 {file} 已存在"},
    {"there is no database {file}; restore it from a backup", "没有数据库 {file}；请从备份恢复"},
    {"there is no file {file}", "没有文件 {file}"},
    {"this transaction is over; nothing can be written in it", "本事务已结束，不能再写"},
    {"tile {level}/{number} of the tree is cut", "树的分块 {level}/{number} 不全"},
    {"tile {tile} of the tree has no entries under it", "树的分块 {tile} 之下没有记录"},
    {"tile {tile} of the tree is missing or cut", "树的分块 {tile} 缺失或不全"},
    {"what was written in {folder} may not be on the disk: {reason}",
     "写入 {folder} 的内容可能尚未落盘：{reason}"},
    {"what an actor was has no end", "经办人的原登记信息缺少截止时间"},
    {"what an actor was is no list", "经办人的原登记信息不是列表"},
    {"{file} and {file}-wal do not belong together: one of them is of another day or another "
     "workspace; nothing was changed, put back the one that was there with the other, or restore a "
     "backup",
     "{file} 与 {file}-wal 不配套：其一出自另一时间或另一工作区；未作任何改动，"
     "请放回原先配套的文件，或恢复备份"},
    {"{file} can be read but not written; ask its owner, or whoever mounted it, for the right to "
     "write",
     "{file} 只能读不能写；请向其所有者或挂载者申请写权限"},
    {"{file} cannot be made: {reason}", "无法建立 {file}：{reason}"},
    {"{file} cannot be opened ({reason}); check who may read and write it and its folder",
     "无法打开 {file}（{reason}）；请检查它和所在目录的读写权限"},
    {"{file} cannot be read ({reason}), and so not judged; check the disk or share that it lies "
     "on, then try again or take another copy",
     "无法读取 {file}（{reason}），因此不能判定是否完好；请检查所在磁盘或共享目录后重试，"
     "或改用另一份"},
    {"{file} cannot be read: {reason}", "无法读取 {file}：{reason}"},
    {"{file} cannot be written: {reason}; check the disk and its free space",
     "无法写入 {file}：{reason}；请检查磁盘和剩余空间"},
    {"{file} gives fewer bytes than it has, and so is not judged; check the disk or share that it "
     "lies on, then try again or take another copy",
     "{file} 读出的字节少于其大小，因此不能判定是否完好；请检查所在磁盘或共享目录后重试，"
     "或改用另一份"},
    {"{file} was made by an older duban (layout {version}, this one knows {known}); use that one, "
     "or import the documents into a new workspace",
     "{file} 由旧版 duban 建立（结构版本 {version}，本版为 {known}）；请用旧版打开，"
     "或在新工作区重新导入文件"},
    {"{file} has an unknown layout ({version}); restore it from a backup",
     "{file} 的结构（{version}）无法识别；请从备份恢复"},
    {"{file} is a device or a pipe, not a file", "{file} 是设备或管道，不是文件"},
    {"{file} is a link; put what it points to in its place",
     "{file} 是链接；请用其所指的文件或目录替换它"},
    {"{file} is a folder, not a file", "{file} 是目录，不是文件"},
    {"{file} is being written by process {pid} ({command}); try again when it is done",
     "进程 {pid}（{command}）正在写入 {file}；请待其完成后重试"},
    {"{file} is in use by another process; try again in a moment",
     "{file} 正被其他进程使用；请稍后重试"},
    {"{file} is larger than {size} bytes, the most that is taken", "{file} 超过上限 {size} 字节"},
    {"{file} is no database of duban; restore it from a backup",
     "{file} 不是 duban 的数据库；请从备份恢复"},
    {"{file} is not what it was: its bytes changed", "{file} 的内容已有变化"},
    {"{file}-wal holds what is not in {file} yet, and to read it {file}-shm must be made here, "
     "where nothing can be written; copy the whole workspace to a disk that can be written, and "
     "read it there",
     "{file}-wal 中有尚未并入 {file} 的内容，读取时须在此建立 {file}-shm，而此处不可写；"
     "请将整个工作区复制到可写的磁盘上再读"},
    {"{file} was changed while it was read; try again", "读取期间 {file} 被修改；请重试"},
    {"{file} was made by a newer duban (layout {version}, this one knows {known}); use that one",
     "{file} 由更新版本的 duban 建立（结构 {version}，本版本只认 {known}）；请用该版本"},
    {"{subject} has no grant of {role} to take back", "{subject}没有可撤销的{role*}授权"},
    {"{task} has rung {rung} of generation {generation}, occurrence {occurrence}, already; nothing "
     "is raised twice",
     "{task} 的督办级别 {rung}（第 {generation} 轮，第 {occurrence} 次）已提醒过；不得重复"},
};

}  // namespace

std::span<const Phrase> phrases_of_store() { return phrases; }

}  // namespace duban
