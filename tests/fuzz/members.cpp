#include "tests/fuzz/members.hpp"

#include <zip.h>

#include <algorithm>

#include "engine/base/error.hpp"

namespace duban::fuzz {
namespace {

std::string* find(Members& members, const std::string& name) {
  const auto at = std::find_if(members.begin(), members.end(),
                               [&](const auto& member) { return member.first == name; });
  return at == members.end() ? nullptr : &at->second;
}

void put(Members& members, std::string name, std::string_view text) {
  if (std::string* known = find(members, name)) {
    *known = text;
  } else {
    members.emplace_back(std::move(name), text);
  }
}

}  // namespace

Members split_members(std::string_view input, const std::string& first) {
  constexpr std::string_view mark = "=== ";
  Members members;
  std::string name = first;
  for (std::size_t at = 0;;) {
    std::size_t next = input.starts_with(mark) && at == 0 ? 0 : input.find("\n=== ", at);
    put(members, name, input.substr(at, next == input.npos ? next : next - at));
    if (next == input.npos) return members;
    next += input[next] == '\n' ? 1 : 0;
    const std::size_t line = std::min(input.find('\n', next), input.size());
    name = input.substr(next + mark.size(), line - next - mark.size());
    at = std::min(line + 1, input.size());
    if (at == input.size()) return members;
  }
}

std::string zip_of(Members members, const Members& otherwise) {
  for (const auto& [name, text] : otherwise) {
    if (!find(members, name)) members.emplace_back(name, text);
  }
  zip_source_t* memory = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(memory);
  zip_t* zip = zip_open_from_source(memory, ZIP_TRUNCATE, nullptr);
  DUBAN_ASSERT(zip);
  for (const auto& [name, text] : members) {
    zip_source_t* bytes = zip_source_buffer(zip, text.data(), text.size(), 0);
    const zip_int64_t index = zip_file_add(zip, name.c_str(), bytes, 0);
    if (index < 0) {
      zip_source_free(bytes);  // a name that libzip does not write
      continue;
    }
    zip_set_file_compression(zip, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0);
  }
  if (zip_close(zip) != 0) zip_discard(zip);
  std::string out;
  if (zip_source_open(memory) == 0) {
    zip_stat_t about;
    zip_stat_init(&about);
    zip_source_stat(memory, &about);
    out.resize(about.size);
    const zip_int64_t got = zip_source_read(memory, out.data(), out.size());
    out.resize(static_cast<std::size_t>(std::max<zip_int64_t>(0, got)));
    zip_source_close(memory);
  }
  zip_source_free(memory);
  return out;
}

}  // namespace duban::fuzz
