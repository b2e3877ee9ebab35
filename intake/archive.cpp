#include "intake/archive.hpp"

#include <cstdint>
#include <set>

#include "intake/zip_library.hpp"

namespace duban::intake {
namespace {

constexpr zip_int64_t members_max = 10'000;
constexpr std::uint64_t bytes_max = std::uint64_t{4} << 30;
constexpr std::size_t small_bytes_max = std::size_t{16} << 20;
// Repetitive sheets shrink to a fortieth; deflate cannot do better than a thousandth.
constexpr std::uint64_t ratio_max = 250;
constexpr std::uint64_t ratio_free_bytes = std::uint64_t{4} << 20;

std::string reason(const ZipLibrary& lib, int code) {
  zip_error_t error;
  lib.error_init_with_code(&error, code);
  std::string text = lib.error_strerror(&error);
  lib.error_fini(&error);
  return text;
}

/// What two programs that write one part would both mean.
std::string plain_name(std::string_view name) {
  std::string plain = unescaped(name);
  for (char& c : plain) {
    if (c == '\\') c = '/';
    c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  std::size_t from = 0;
  for (;;) {
    if (plain.compare(from, 1, "/") == 0) {
      ++from;
    } else if (plain.compare(from, 2, "./") == 0) {
      from += 2;
    } else {
      return plain.substr(from);
    }
  }
}

}  // namespace

std::string unescaped(std::string_view text) {
  const auto digit = [](char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? digit(text[i + 1]) : -1;
    const int low = high >= 0 ? digit(text[i + 2]) : -1;
    if (low >= 0 && high + low > 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

Result<Archive> Archive::open(const std::string& path, const std::string& shown) {
  DUBAN_TRY(const ZipLibrary* const lib, zip_library());
  int code = 0;
  zip_t* raw = lib->open(path.c_str(), ZIP_RDONLY, &code);
  if (raw == nullptr) {
    return failed(Errc::bad_file,
                  "{file} is a damaged zip file ({reason}); open it in Word or Excel and save it "
                  "again",
                  {{"file", shown}, {"reason", reason(*lib, code)}}, {shown});
  }
  Archive archive;
  archive.lib_ = lib;
  archive.zip_ = std::shared_ptr<zip_t>(raw, lib->discard);
  archive.shown_ = shown;

  const zip_int64_t count = lib->get_num_entries(raw, 0);
  if (count > members_max) {
    return failed(Errc::bad_file, "{file} has {count} members, more than any document has",
                  {{"file", shown}, {"count", std::to_string(count)}}, {shown});
  }
  std::set<std::string> names;
  auto members = std::make_shared<std::map<std::string, std::optional<std::uint64_t>>>();
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = lib->get_name(raw, static_cast<zip_uint64_t>(i), 0);
    if (name != nullptr && !names.insert(name).second) {
      return failed(Errc::bad_file, "{file} has two members named {member}",
                    {{"file", shown}, {"member", name}}, {shown});
    }
    if (name == nullptr) continue;
    const auto [known, is_new] = members->emplace(plain_name(name), static_cast<std::uint64_t>(i));
    if (!is_new) known->second.reset();
  }
  archive.members_ = std::move(members);
  return archive;
}

bool Archive::has(const std::string& member) const {
  return !member.empty() && (lib_->name_locate(zip_.get(), member.c_str(), 0) >= 0 ||
                             members_->contains(plain_name(member)));
}

std::vector<std::string> Archive::members() const {
  std::vector<std::string> names;
  for (const auto& [name, index] : *members_) {
    if (index) names.push_back(name);
  }
  return names;
}

Result<std::uint64_t> Archive::find(const std::string& member) const {
  const zip_int64_t exact = lib_->name_locate(zip_.get(), member.c_str(), 0);
  if (exact >= 0) return static_cast<std::uint64_t>(exact);
  const auto known = members_->find(plain_name(member));
  if (known == members_->end()) {
    return failed(Errc::bad_file, "{file} lacks its part {member}",
                  {{"file", shown_}, {"member", member}}, {shown_});
  }
  if (known->second) return *known->second;
  return failed(Errc::bad_file, "{file} has two members named {member}",
                {{"file", shown_}, {"member", member}}, {shown_});
}

Result<ReadBytes> Archive::stream(const std::string& member) const {
  DUBAN_TRY(const std::uint64_t index, find(member));
  zip_stat_t about{};
  if (lib_->stat_index(zip_.get(), index, 0, &about) != 0) {
    return failed(Errc::bad_file, "{file} lacks its part {member}",
                  {{"file", shown_}, {"member", member}}, {shown_});
  }
  if (about.encryption_method != ZIP_EM_NONE) {
    return failed(Errc::bad_file, "{file} is protected by a password; save it without one",
                  {{"file", shown_}}, {shown_});
  }
  zip_file_t* raw = lib_->fopen_index(zip_.get(), about.index, 0);
  if (raw == nullptr) {
    return failed(Errc::bad_file, "cannot read {member} of {file}: {reason}",
                  {{"member", member}, {"file", shown_}, {"reason", lib_->strerror(zip_.get())}},
                  {shown_});
  }
  const std::shared_ptr<zip_file_t> opened(raw, lib_->fclose);
  const std::uint64_t packed = about.comp_size;
  std::uint64_t sum = 0;
  // The archive is held too: a stream may outlive the object that it was asked of.
  return ReadBytes([lib = lib_, opened, packed, sum, member, shown = shown_, archive = zip_](
                       char* to, std::size_t room) mutable -> Result<std::size_t> {
    const zip_int64_t got = lib->fread(opened.get(), to, room);
    if (got < 0) {
      return failed(Errc::bad_file,
                    "{member} of {file} is damaged; open the file in Word or Excel and save it "
                    "again",
                    {{"member", member}, {"file", shown}}, {shown});
    }
    // What was really unpacked counts: the sizes in the directory are only a claim.
    sum += static_cast<std::uint64_t>(got);
    if (sum > bytes_max || (sum > ratio_free_bytes && sum / ratio_max > packed)) {
      return failed(Errc::bad_file,
                    "{member} of {file} unpacks to far more than its size; this is no document",
                    {{"member", member}, {"file", shown}}, {shown});
    }
    return static_cast<std::size_t>(got);
  });
}

Result<std::string> Archive::read(const std::string& member) const {
  DUBAN_TRY(const ReadBytes read, stream(member));
  std::string text;
  std::string block(std::size_t{64} << 10, '\0');
  for (;;) {
    DUBAN_TRY(const std::size_t got, read(block.data(), block.size()));
    if (got == 0) return text;
    text.append(block, 0, got);
    if (text.size() > small_bytes_max) {
      return failed(Errc::bad_file, "{member} of {file} is larger than any document has it",
                    {{"member", member}, {"file", shown_}}, {shown_});
    }
  }
}

}  // namespace duban::intake
