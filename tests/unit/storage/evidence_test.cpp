#include "storage/evidence.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "engine/log/sha256.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/storage/sample.hpp"

using namespace duban;
using namespace duban::test;

namespace {

const std::string abc_hash = sha256_hex("abc");

/// Every file below the folder, with its mode.
std::string files_below(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
    struct stat status {};
    BOOST_REQUIRE(::stat(item.path().c_str(), &status) == 0);
    char mode[8];
    std::snprintf(mode, sizeof mode, "%04o", status.st_mode & 07777u);
    names.push_back(std::string(mode) + " " +
                    std::filesystem::relative(item.path(), folder).string() + "\n");
  }
  std::sort(names.begin(), names.end(),
            [](const auto& a, const auto& b) { return a.substr(5) < b.substr(5); });
  std::string out;
  for (const std::string& name : names) out += name;
  return out;
}

/// What the vault shows under the hash of "abc", or why it does not.
std::string shown(EvidenceVault& vault) {
  std::string bytes;
  const Status status = vault.show_kept(abc_hash, [&](std::string_view more) -> Status {
    bytes += more;
    return {};
  });
  return status ? bytes : outcome(status);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(evidence_tests)

BOOST_AUTO_TEST_CASE(a_file_is_kept_once_under_its_hash) {
  const TempFolder folder;
  write_file(folder / "材料.pdf", "abc");
  write_file(folder / "again.pdf", "abc");
  EvidenceVault vault(folder / "evidence", Sharing::owner);
  const Attachment seen = vault.inspect(folder / "材料.pdf").value();
  BOOST_TEST((seen == Attachment{abc_hash, "材料.pdf", 3}));
  BOOST_TEST(!std::filesystem::exists(folder / "evidence"));
  BOOST_TEST(outcome(vault.keep(folder / "材料.pdf", seen.sha256)) == "ok");
  BOOST_TEST(outcome(vault.keep(folder / "again.pdf", seen.sha256)) == "ok");
  BOOST_TEST(vault.keep_bytes("abc").value() == abc_hash);
  BOOST_TEST(vault.read(abc_hash).value() == "abc");
  BOOST_TEST(files_below(folder / "evidence") == "0700 ba\n0600 ba/" + abc_hash.substr(2) + "\n");
}

BOOST_AUTO_TEST_CASE(a_shared_vault_is_open_to_its_group) {
  const TempFolder folder;
  EvidenceVault vault(folder / "evidence", Sharing::group);
  BOOST_REQUIRE(vault.keep_bytes("abc"));
  BOOST_TEST(files_below(folder / "evidence") == "2770 ba\n0660 ba/" + abc_hash.substr(2) + "\n");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_said_in_one_sentence) {
  const TempFolder folder;
  EvidenceVault vault(folder / "evidence", Sharing::owner, 10);
  const auto said = [&](const std::string& name) { return outcome(vault.inspect(folder / name)); };
  BOOST_TEST(said("none.pdf") == "argument: there is no file " + folder / "none.pdf");
  std::filesystem::create_directory(folder / "dir");
  BOOST_TEST(said("dir") == "argument: " + folder / "dir" + " is a folder, not a file");
  BOOST_REQUIRE(::mkfifo((folder / "fifo").c_str(), 0600) == 0);
  BOOST_TEST(said("fifo") == "argument: " + folder / "fifo" + " is a device or a pipe, not a file");
  write_file(folder / "long", std::string(11, 'x'));
  BOOST_TEST(said("long") ==
             "argument: " + folder / "long" + " is larger than 10 bytes, the most that is taken");
  std::filesystem::create_symlink("loop", folder / "loop");
  BOOST_TEST(said("loop") ==
             "argument: " + folder / "loop" + " cannot be read: Too many levels of symbolic links");
}

BOOST_AUTO_TEST_CASE(a_file_that_changed_meanwhile_is_refused_and_leaves_nothing) {
  const TempFolder folder;
  EvidenceVault vault(folder / "evidence", Sharing::owner);
  write_file(folder / "a", "abd");
  BOOST_TEST(outcome(vault.keep(folder / "a", abc_hash)) ==
             "io: " + folder / "a" + " was changed while it was read; try again");
  BOOST_TEST(files_below(folder / "evidence") == "0700 ba\n");
}

BOOST_AUTO_TEST_CASE(damage_is_noticed_and_mended_by_storing_again) {
  const TempFolder folder;
  EvidenceVault vault(folder / "evidence", Sharing::owner);
  BOOST_REQUIRE(vault.keep_bytes("abc"));
  const std::string path = folder / "evidence/ba/" + abc_hash.substr(2);
  write_file(path, "abd");
  BOOST_TEST(outcome(vault.read(abc_hash)) ==
             "corrupt: " + path + " is not what it was: its bytes changed");
  BOOST_TEST(shown(vault) == "abd");
  BOOST_REQUIRE(vault.keep_bytes("abc"));
  BOOST_TEST(vault.read(abc_hash).value() == "abc");
  BOOST_TEST(shown(vault) == "abc");
  std::filesystem::remove(path);
  BOOST_TEST(shown(vault) == "not-found: the file " + path + " is missing");
  BOOST_TEST(outcome(vault.read(abc_hash)) == "not-found: the file " + path + " is missing");
}

BOOST_AUTO_TEST_CASE(no_link_leads_into_the_vault_or_within_it) {
  const TempFolder folder;
  const std::string inside = folder / "evidence";
  std::filesystem::create_directories(folder / "outside/ba");
  write_file(folder / "outside/ba/" + abc_hash.substr(2), "abc");
  const std::string sentence = " is a link; put what it points to in its place";
  EvidenceVault vault(inside, Sharing::owner);

  // The file itself: it can be stored anew.
  std::filesystem::create_directories(inside + "/ba");
  const std::string path = inside + "/ba/" + abc_hash.substr(2);
  std::filesystem::create_symlink(folder / "outside/ba/" + abc_hash.substr(2), path);
  BOOST_TEST(outcome(vault.read(abc_hash)) == "io: " + path + sentence);
  BOOST_TEST(shown(vault) == "io: " + path + sentence);
  BOOST_REQUIRE(vault.keep_bytes("abc"));
  BOOST_TEST(!std::filesystem::is_symlink(path));
  BOOST_TEST(vault.read(abc_hash).value() == "abc");

  // The folder around it, and that around all: nothing is written through them.
  std::filesystem::remove_all(inside + "/ba");
  std::filesystem::create_directory_symlink(folder / "outside/ba", inside + "/ba");
  BOOST_TEST(outcome(vault.read(abc_hash)) == "io: " + inside + "/ba" + sentence);
  BOOST_TEST(outcome(vault.keep_bytes("abc")) == "io: " + inside + "/ba" + sentence);
  std::filesystem::remove_all(inside);
  std::filesystem::create_directory_symlink(folder / "outside", inside);
  BOOST_TEST(outcome(vault.read(abc_hash)) == "io: " + inside + sentence);
  BOOST_TEST(outcome(vault.keep_bytes("abc")) == "io: " + inside + sentence);
}

BOOST_AUTO_TEST_CASE(a_pipe_or_a_folder_in_the_vault_is_not_waited_for) {
  const TempFolder folder;
  EvidenceVault vault(folder / "evidence", Sharing::owner);
  std::filesystem::create_directories(folder / "evidence/ba");
  const std::string path = folder / "evidence/ba/" + abc_hash.substr(2);
  BOOST_REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  BOOST_TEST(shown(vault) == "io: " + path + " is a device or a pipe, not a file");
  std::filesystem::remove(path);
  std::filesystem::create_directory(path);
  BOOST_TEST(shown(vault) == "io: " + path + " is a folder, not a file");
}

BOOST_AUTO_TEST_SUITE_END()
