#include "storage/backup_file.hpp"

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <cerrno>
#include <filesystem>

#include "engine/log/sha256.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

using namespace duban;
using namespace duban::test;

namespace {

/// A medium that gives no bytes from here on; -1: a sound one.
off_t unreadable_from = -1;
int medium_error = 0;  ///< its errno; 0: it says that the file ends

}  // namespace

/// In the place of the system's, for this whole program.
extern "C" ssize_t pread(int file, void* bytes, std::size_t size, off_t at) {
  if (unreadable_from < 0 || at + static_cast<off_t>(size) <= unreadable_from)
    return ::syscall(SYS_pread64, file, bytes, size, at);
  if (at < unreadable_from) return ::syscall(SYS_pread64, file, bytes, unreadable_from - at, at);
  errno = medium_error;
  return medium_error == 0 ? 0 : -1;
}

namespace {

const std::string evidence = "材料";

BackupMember member(const std::string& name, const std::string& bytes) {
  return {name, sha256_hex(bytes), static_cast<std::int64_t>(bytes.size())};
}

/// A backup of three files, one of them lost, and what writing it said.
class Made {
 public:
  explicit Made(const TempFolder& folder) : path(folder / "backup.tar") {
    write_file(folder / "duban.yaml", "duban: 1\n");
    write_file(folder / "duban.db", std::string(700, 'd'));
    head.workspace = "00112233445566ff";
    head.size = 7;
    head.root = sha256("root");
    head.last = Instant{1500000000};
    members = {member("duban.yaml", "duban: 1\n"), member("duban.db", std::string(700, 'd'))};
    BackupMember kept = member(evidence_name(sha256_hex(evidence)), evidence);
    BackupMember lost{evidence_name(std::string(64, 'f')), std::string(64, 'f'), -1};
    members.push_back(kept);
    members.push_back(lost);
    std::filesystem::create_directories(std::filesystem::path(folder / kept.name).parent_path());
    write_file(folder / kept.name, evidence);
    written = outcome(write_backup(path, head, members,
                                   [&](const BackupMember& m) { return folder / m.name; }, {}));
  }
  std::string path;
  BackupHead head;
  std::vector<BackupMember> members;
  std::string written;
};

/// Everything that a reader gets out of it, or how it ends.
std::string unpacked(const std::string& path) {
  auto reader = BackupReader::open(path);
  if (!reader) return outcome(reader);
  const BackupHead& head = reader->head();
  std::string out = head.workspace + (head.rehearsal ? " rehearsal " : " ") +
                    std::to_string(head.size) + " " + to_text(head.last) + " " + to_hex(head.root) +
                    "\n";
  BackupMember member;
  for (;;) {
    const Result<bool> more = reader->next(member);
    if (!more) return out + outcome(more);
    if (!*more) return out + "end";
    out += member.name.substr(0, 14) + "=";
    if (member.size < 0) {
      out += "lost\n";
      continue;
    }
    const Status status = reader->unpack([&](std::string_view bytes) -> Status {
      out += bytes.size() > 20 ? std::to_string(bytes.size()) : std::string(bytes);
      return {};
    });
    if (!status) return out + outcome(status);
    out += "\n";
  }
}

/// A manifest as no backup has it, with headers and hashes that are right.
std::string forged(const TempFolder& folder, const std::string& lines, const std::string& tail) {
  std::string bytes = tar_header("duban-backup/manifest.jsonl",
                                 static_cast<std::int64_t>(lines.size()), Instant{}) +
                      lines;
  bytes.resize((bytes.size() + 511) / 512 * 512, '\0');
  bytes += tail + std::string(1024, '\0');
  write_file(folder / "forged.tar", bytes);
  return unpacked(folder / "forged.tar");
}

std::string head_of(int files, std::int64_t bytes) {
  return R"({"bytes":)" + std::to_string(bytes) + R"(,"duban":"backup","files":)" +
         std::to_string(files) +
         R"(,"format":1,"lacks":0,"last":"1970-01-01T00:00:00Z","rehearsal":false,"root":")"
         R"(47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=","size":0,"workspace":"00112233445566ff"})"
         "\n";
}

std::string line_of(const std::string& name, const std::string& hash) {
  return R"({"name":")" + name + R"(","sha256":")" + hash + R"(","size":0})" + "\n";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(backup_file_tests)

BOOST_AUTO_TEST_CASE(is_read_as_it_was_written) {
  const TempFolder folder;
  const Made made(folder);
  BOOST_TEST(made.written == "ok");
  struct stat status {};
  BOOST_REQUIRE(::stat(made.path.c_str(), &status) == 0);
  BOOST_TEST((status.st_mode & 07777u) == 0600u);
  const BackupReader reader = BackupReader::open(made.path).value();
  BOOST_TEST(reader.head().size == 7);
  BOOST_TEST(reader.head().files == 3);
  BOOST_TEST(reader.head().lacks == 1);
  BOOST_TEST(reader.head().root == made.head.root);
  const std::string found = unpacked(made.path);
  BOOST_TEST(found.substr(found.find('\n') + 1) ==
             "duban.yaml=duban: 1\n\nduban.db=700\nevidence/" + sha256_hex(evidence).substr(0, 2) +
                 "/" + sha256_hex(evidence).substr(2, 2) + "=材料\nevidence/ff/ff=lost\nend");
}

BOOST_AUTO_TEST_CASE(a_size_of_many_gigabytes_has_its_place_in_a_header) {
  const std::string header = tar_header("duban-backup/duban.db", 0x312345678, Instant{});
  BOOST_TEST(header.size() == 512U);
  BOOST_TEST(to_hex(header.substr(124, 12)) == "800000000000000312345678");
}

BOOST_AUTO_TEST_CASE(a_file_that_is_not_what_it_was_is_no_backup) {
  const TempFolder folder;
  Made made(folder);
  write_file(folder / "duban.db", std::string(700, 'e'));
  const std::string again = folder / "again.tar";
  const auto path_of = [&](const BackupMember& m) { return folder / m.name; };
  BOOST_TEST(outcome(write_backup(again, made.head, made.members, path_of, {})) ==
             "io: " + folder / "duban.db" + " was changed while it was read; try again");
  BOOST_TEST(outcome(write_backup(made.path, made.head, made.members, path_of, {})) ==
             "io: " + made.path +
                 " cannot be written: File exists; check the disk and its free "
                 "space");
}

/// Whatever byte changes, and wherever it is cut: it shows.
BOOST_AUTO_TEST_CASE(every_flipped_byte_and_every_cut_is_noticed) {
  const TempFolder folder;
  const Made made(folder);
  const std::string bytes = read_file(made.path);
  const std::string whole = unpacked(made.path);
  const std::string bad = folder / "bad.tar";
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string copy = bytes;
    copy[at] = static_cast<char>(copy[at] ^ 1);
    write_file(bad, copy);
    const std::string found = unpacked(bad);
    // What only the database can contradict is in the head: a restoration compares the two.
    BOOST_TEST(found != whole, "byte " << at);
    BOOST_TEST((found.ends_with("end") || found.find("bad-file: ") != found.npos), found);
  }
  for (std::size_t size = 0; size < bytes.size(); size += 31) {
    write_file(bad, bytes.substr(0, size));
    BOOST_TEST(!unpacked(bad).ends_with("end"), "cut to " << size);
  }
  write_file(bad, bytes + 'x');
  BOOST_TEST(
      unpacked(bad).ends_with("bad-file: " + bad + " is damaged: something follows its end"));
}

BOOST_AUTO_TEST_CASE(what_is_no_backup_is_said_in_one_sentence) {
  const TempFolder folder;
  const auto said = [&](const std::string& name) {
    return outcome(BackupReader::open(folder / name));
  };
  BOOST_TEST(said("none") == "bad-file: there is no file " + folder / "none");
  BOOST_TEST(said("") == "bad-file: " + folder / "" + " is no file that could be a backup");
  write_file(folder / "short", "PK");
  BOOST_TEST(said("short") == "bad-file: " + folder / "short" + " is no backup of duban");
  BOOST_REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  BOOST_TEST(said("fifo") == "bad-file: " + folder / "fifo" + " is no file that could be a backup");
}

BOOST_AUTO_TEST_CASE(a_forged_manifest_is_refused) {
  const TempFolder folder;
  const std::string file = folder / "forged.tar";
  const std::string none = sha256_hex("");
  const auto header = [](const std::string& name) {
    return tar_header("duban-backup/" + name, 0, Instant{});
  };
  const std::string two = line_of("duban.yaml", none) + line_of("duban.db", none);
  const std::string two_headers = header("duban.yaml") + header("duban.db");
  const std::string lists =
      "bad-file: " + file + " is damaged: its manifest lists what no backup holds";
  const std::string good = evidence_name(none);

  BOOST_TEST(forged(folder, head_of(2, 0) + two, two_headers).ends_with("end"));
  BOOST_TEST(forged(folder, head_of(3, 0) + two + line_of("../evil", none),
                    two_headers + header("../evil"))
                 .ends_with(lists));
  BOOST_TEST(forged(folder, head_of(3, 0) + two + line_of("evidence/../../x", none),
                    two_headers + header("evidence/../../x"))
                 .ends_with(lists));
  BOOST_TEST(forged(folder, head_of(4, 0) + two + line_of(good, none) + line_of(good, none),
                    two_headers + header(good) + header(good))
                 .ends_with(lists));
  BOOST_TEST(forged(folder, head_of(3, 0) + two + line_of("duban.db", none),
                    two_headers + header("duban.db"))
                 .ends_with(lists));
  BOOST_TEST(forged(folder, head_of(1, 0) + line_of("duban.db", none), header("duban.db"))
                 .ends_with(lists));
  BOOST_TEST(forged(folder, head_of(3, 0) + two, two_headers)
                 .ends_with("its manifest does not count what it lists"));
  BOOST_TEST(forged(folder, head_of(2, 0) + two + std::string(2000, ' ') + "\n", two_headers)
                 .ends_with("its manifest ends too early"));
  BOOST_TEST(forged(folder, "{}\n", "") ==
             "bad-file: " + file + " is damaged, or of a newer duban: its manifest cannot be read");
  BOOST_TEST(forged(folder, std::string(100, '['), "") ==
             "bad-file: " + file + " is damaged: its manifest ends too early");
}

/// Wherever it fails, nothing is said of the backup itself.
BOOST_AUTO_TEST_CASE(a_medium_that_cannot_be_read_is_told_from_damage) {
  const TempFolder folder;
  const Made made(folder);
  const std::string whole = unpacked(made.path);
  const auto size = static_cast<off_t>(std::filesystem::file_size(made.path));
  for (const int error : {EIO, ESTALE, 0}) {
    for (off_t from = 0; from < size; from += 100) {
      unreadable_from = from;
      medium_error = error;
      const std::string said = unpacked(made.path);
      unreadable_from = -1;
      BOOST_TEST(said.find("bad-file") == said.npos, from << " of " << size << ": " << said);
      BOOST_TEST((said.find("io: " + made.path) != said.npos &&
                  said.ends_with("check the disk or share that it lies on, then try again or take "
                                 "another copy")),
                 from << " of " << size << ": " << said);
    }
  }
  BOOST_TEST(unpacked(made.path) == whole);
}

BOOST_AUTO_TEST_SUITE_END()
