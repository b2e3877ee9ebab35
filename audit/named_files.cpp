#include "audit/named_files.hpp"

#include <algorithm>

#include "engine/log/sha256.hpp"

namespace duban::audit {

void NamedFiles::add(std::int64_t seq, const Entry& entry, const Value* sha256, const Value* size) {
  if (!sha256 || !sha256->text() || !is_hash_text(*sha256->text())) return;
  const std::int64_t bytes = size && size->integer() ? *size->integer() : -1;
  files_.try_emplace(*sha256->text(), NamedFile{*sha256->text(), seq, entry.task, bytes});
}

void NamedFiles::add(std::int64_t seq, const Entry& entry) {
  const Value* evidence = entry.data.find("evidence");
  if (evidence && evidence->array()) {
    for (const Value& file : *evidence->array())
      add(seq, entry, file.find("sha256"), file.find("size"));
  }
  add(seq, entry, entry.data.find("sha256"), nullptr);
  const Value* basis = entry.data.find("basis");
  if (!basis) return;
  const Value whole(entry.basis);
  add(seq, entry, &whole, nullptr);
  for (const char* text : {"rules", "calendar", "directory"})
    add(seq, entry, basis->find(text), nullptr);
}

std::vector<NamedFile> NamedFiles::in_order() const {
  std::vector<NamedFile> list;
  for (const auto& [hash, file] : files_) list.push_back(file);
  std::stable_sort(list.begin(), list.end(),
                   [](const NamedFile& a, const NamedFile& b) { return a.seq < b.seq; });
  return list;
}

}  // namespace duban::audit
