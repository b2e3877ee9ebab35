#include "intake/relations.hpp"

#include <algorithm>

#include "intake/xml.hpp"

namespace duban::intake {
namespace {

constexpr std::size_t relations_max = 10'000;  // as many as an archive has members

/// A target, relative to the folder of the part that names it, as a member's name.
std::string resolve(const std::string& folder, std::string target) {
  std::replace(target.begin(), target.end(), '\\', '/');
  target = unescaped(target);
  while (target.starts_with("./")) target.erase(0, 2);
  if (target.starts_with('/')) return target.substr(1);
  std::string base = folder;
  while (target.starts_with("../") && !base.empty()) {
    target.erase(0, 3);
    const std::size_t slash = base.find_last_of('/', base.size() - 2);
    base.erase(slash == std::string::npos ? 0 : slash + 1);
  }
  return base + target;
}

}  // namespace

std::string Relations::of_kind(const std::string& kind) const {
  for (const Relation& relation : list) {
    if (relation.kind == kind) return relation.target;
  }
  return {};
}

std::string Relations::target(const std::string& id) const {
  for (const Relation& relation : list) {
    if (relation.id == id) return relation.target;
  }
  return {};
}

Result<Relations> read_relations(const Archive& archive, const std::string& part) {
  const std::size_t slash = part.find_last_of('/');
  const std::string folder = slash == std::string::npos ? "" : part.substr(0, slash + 1);
  const std::string member = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  Relations relations;
  if (!archive.has(member)) return relations;

  DUBAN_TRY(const std::string text, archive.read(member));
  DUBAN_TRY(cut_xml(stream_of(text), archive.shown() + ": " + member, {{"Relationship"}},
                    [&](const XmlPiece& piece) {
                      const XmlNode& element = piece.element;
                      const std::string_view type = element.attribute("Type");
                      if (element.attribute("TargetMode") == "External") return Status{};
                      if (relations.list.size() == relations_max) return Status{};
                      relations.list.push_back(
                          {std::string(element.attribute("Id")),
                           std::string(type.substr(type.find_last_of('/') + 1)),
                           resolve(folder, std::string(element.attribute("Target")))});
                      return Status{};
                    }));
  return relations;
}

}  // namespace duban::intake
