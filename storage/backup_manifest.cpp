#include "storage/backup_manifest.hpp"

#include <algorithm>
#include <cstdio>

#include "engine/base/value.hpp"
#include "engine/log/base64.hpp"
#include "engine/log/sha256.hpp"
#include "storage/evidence.hpp"

namespace duban {
namespace storage {
namespace {

constexpr std::size_t size_at = 124;  // in a header
constexpr std::size_t time_at = 136;
constexpr std::size_t octal_digits = 11;
constexpr std::int64_t octal_max = (std::int64_t{1} << 33) - 1;

std::string octal(std::int64_t number, int width) {
  char text[24];
  std::snprintf(text, sizeof text, "%0*llo", width, static_cast<unsigned long long>(number));
  return text;
}

/// Eleven octal digits, or where they do not do, the number itself behind a mark.
std::string size_field(std::int64_t size) {
  if (size <= octal_max) return octal(size, 11) + '\0';
  std::string field(12, '\0');
  field[0] = static_cast<char>(0x80);
  for (std::size_t i = field.size(); size > 0; size >>= 8)
    field[--i] = static_cast<char>(size & 0xff);
  return field;
}

std::optional<std::int64_t> octal_in(std::string_view digits) {
  std::int64_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '7') return std::nullopt;
    number = number * 8 + (c - '0');
  }
  return number;
}

}  // namespace

std::int64_t padded(std::int64_t size) { return (size + tar_block - 1) / tar_block * tar_block; }

std::optional<std::int64_t> size_in(std::string_view header) {
  return octal_in(header.substr(size_at, octal_digits));
}

std::optional<Instant> time_in(std::string_view header) {
  const auto seconds = octal_in(header.substr(time_at, octal_digits));
  return seconds ? std::optional(Instant{*seconds}) : std::nullopt;
}

bool may_follow(const BackupMember& member, const std::string& before) {
  if (before.empty()) return member.name == "duban.yaml" && member.size >= 0;
  if (before == "duban.yaml") return member.name == "duban.db" && member.size >= 0;
  return member.name == evidence_name(member.sha256) &&
         (before == "duban.db" || before < member.name);
}

std::string head_line(const BackupHead& head) {
  return canonical(Value::Object{{"bytes", head.bytes},
                                 {"duban", "backup"},
                                 {"files", head.files},
                                 {"format", 1},
                                 {"lacks", head.lacks},
                                 {"last", to_text(head.last)},
                                 {"rehearsal", head.rehearsal},
                                 {"root", to_base64(head.root)},
                                 {"size", head.size},
                                 {"workspace", head.workspace}}) +
         "\n";
}

std::string member_line(const BackupMember& member) {
  return canonical(Value::Object{{"name", member.name},
                                 {"sha256", member.sha256},
                                 {"size", member.size < 0 ? Value() : Value(member.size)}}) +
         "\n";
}

/// nullopt when this is not exactly what member_line() gives.
std::optional<BackupMember> parse_member(const std::string& line) {
  const Result<Value> value = parse_value(line);
  if (!value) return std::nullopt;
  const Value* name = value->find("name");
  const Value* sha256 = value->find("sha256");
  const Value* size = value->find("size");
  if (!name || !name->text() || !sha256 || !sha256->text() || !size) return std::nullopt;
  BackupMember member{*name->text(), *sha256->text(), size->integer() ? *size->integer() : -1};
  if (!is_hash_text(member.sha256) || member_line(member) != line + "\n") return std::nullopt;
  return member;
}

std::optional<BackupHead> parse_head(const std::string& line) {
  const Result<Value> value = parse_value(line);
  if (!value) return std::nullopt;
  BackupHead head;
  const auto number = [&](const char* key, std::int64_t& to) {
    const Value* found = value->find(key);
    if (found && found->integer() && *found->integer() >= 0) to = *found->integer();
  };
  number("bytes", head.bytes);
  number("files", head.files);
  number("lacks", head.lacks);
  number("size", head.size);
  const auto text = [&](const char* key) {
    const Value* found = value->find(key);
    return found && found->text() ? *found->text() : std::string();
  };
  head.workspace = text("workspace");
  const Value* rehearsal = value->find("rehearsal");
  head.rehearsal = rehearsal && rehearsal->boolean() && *rehearsal->boolean();
  const Result<Instant> last = parse_instant(text("last"));
  const auto root = from_base64(text("root"));
  if (!last || !root || root->size() != hash_size) return std::nullopt;
  head.last = *last;
  head.root = *root;
  if (head_line(head) != line + "\n") return std::nullopt;
  return head;
}

}  // namespace storage

std::string evidence_name(const std::string& sha256) {
  return "evidence/" + EvidenceVault::name_of(sha256);
}

std::string tar_header(const std::string& name, std::int64_t size, Instant modified) {
  DUBAN_ASSERT(name.size() <= 100 && size >= 0);
  std::string header = name;
  header.resize(100, '\0');
  header +=
      storage::octal(0600, 7) + '\0' + storage::octal(0, 7) + '\0' + storage::octal(0, 7) + '\0';
  header += storage::size_field(size) +
            storage::octal(std::clamp<std::int64_t>(modified.seconds, 0, storage::octal_max), 11) +
            '\0';
  const std::size_t sum_at = header.size();
  header += "        0";  // blanks where the sum will be; a plain file
  header.resize(257, '\0');
  header += std::string("ustar\0", 6) + "00";
  header.resize(static_cast<std::size_t>(storage::tar_block), '\0');
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  header.replace(sum_at, 8, storage::octal(sum, 6) + '\0' + ' ');
  return header;
}

}  // namespace duban
