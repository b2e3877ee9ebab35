#include "engine/log/merkle.hpp"

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "engine/log/base64.hpp"
#include "engine/log/sha256.hpp"

using namespace duban;
using Json = nlohmann::json;

namespace {

Json vectors(const std::string& name) {
  std::ifstream file(std::string(DUBAN_TEST_DATA "/vectors/merkle/") + name);
  BOOST_REQUIRE(file);
  return Json::parse(file);
}

std::string from_hex(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
    out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

std::string from_text(const Json& text) { return from_base64(text.get<std::string>()).value(); }

MerkleProof base64_proof(const Json& proof) {
  MerkleProof out;
  if (!proof.is_null()) {
    for (const Json& hash : proof) out.push_back(from_text(hash));
  }
  return out;
}

std::string shown(const MerkleProof& proof) {
  std::string out;
  for (const std::string& hash : proof) out += to_hex(hash) + "\n";
  return out;
}

std::string shown(const Json& hex_hashes) {
  std::string out;
  for (const Json& hash : hex_hashes) out += hash.get<std::string>() + "\n";
  return out;
}

/// A tree in memory that keeps full tiles apart, as a store does.
class TestTree : public TiledTree {
 public:
  void add(std::string hash) {
    leaves_.push_back(std::move(hash));
    frontier.add(leaves_.back());
    std::int64_t width = tile_width;
    for (int level = 0; frontier.size() % width == 0; ++level, width *= tile_width) {
      const std::int64_t number = frontier.size() / width - 1;
      tiles_[{level, number}] = make_tile(level, number).value();
    }
  }

  Frontier frontier;
  std::size_t tiles() const { return tiles_.size(); }
  void forget_tiles() { tiles_.clear(); }

 protected:
  Result<std::optional<std::string>> tile(int level, std::int64_t number) override {
    const auto found = tiles_.find({level, number});
    if (found == tiles_.end()) return std::nullopt;
    return found->second;
  }
  Result<std::string> leaf(std::int64_t seq) override {
    return leaves_.at(static_cast<std::size_t>(seq));
  }

 private:
  std::vector<std::string> leaves_;
  std::map<std::pair<int, std::int64_t>, std::string> tiles_;
};

TestTree tree_of(const Json& hex_inputs) {
  TestTree tree;
  for (const Json& input : hex_inputs) tree.add(leaf_hash(from_hex(input.get<std::string>())));
  return tree;
}

TestTree numbered_tree(std::int64_t size) {
  TestTree tree;
  for (std::int64_t i = 0; i < size; ++i) tree.add(leaf_hash("duban-leaf-" + std::to_string(i)));
  return tree;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merkle_tests)

BOOST_AUTO_TEST_CASE(hashes_as_rfc_6962_says) {
  const Json roots = vectors("roots.json");
  for (const Json& c : roots["hashes"]) {
    std::string got;
    if (c["kind"] == "empty") got = empty_root();
    if (c["kind"] == "leaf") got = leaf_hash(from_hex(c["data"].get<std::string>()));
    if (c["kind"] == "node") {
      got = node_hash(from_hex(c["left"].get<std::string>()),
                      from_hex(c["right"].get<std::string>()));
    }
    BOOST_TEST(to_hex(got) == c["want"].get<std::string>(), c["desc"]);
  }
}

BOOST_AUTO_TEST_CASE(grows_through_the_known_roots) {
  const Json known = vectors("roots.json");
  TestTree tree;
  BOOST_TEST(to_hex(tree.frontier.root()) == known["roots_by_size"][0].get<std::string>());
  std::size_t size = 0;
  for (const Json& input : known["leaf_inputs"]) {
    tree.add(leaf_hash(from_hex(input.get<std::string>())));
    BOOST_TEST(to_hex(tree.frontier.root()) == known["roots_by_size"][++size].get<std::string>());
  }
}

BOOST_AUTO_TEST_CASE(proves_what_the_known_trees_prove) {
  const Json known = vectors("roots.json");
  TestTree tree = tree_of(known["leaf_inputs"]);
  for (const Json& c : known["inclusion_proofs"])
    BOOST_TEST(shown(inclusion_proof(c["index"], c["size"], tree).value()) == shown(c["want"]));
  for (const Json& c : known["consistency_proofs"])
    BOOST_TEST(shown(consistency_proof(c["size1"], c["size2"], tree).value()) == shown(c["want"]));
}

BOOST_AUTO_TEST_CASE(agrees_with_an_independent_script_up_to_1025_leaves) {
  const Json known = vectors("generated.json");
  TestTree tree;
  const auto compare = [&] {
    const std::string size = std::to_string(tree.frontier.size());
    if (known["roots"].contains(size))
      BOOST_TEST(to_hex(tree.frontier.root()) == known["roots"][size].get<std::string>());
  };
  compare();
  for (int i = 0; i < 1025; ++i) {
    tree.add(leaf_hash("duban-leaf-" + std::to_string(i)));
    compare();
  }
  BOOST_TEST(tree.tiles() == 4U);
  for (const auto& [size, root] : known["roots"].items())
    BOOST_TEST(to_hex(root_at(std::stoll(size), tree).value()) == root.get<std::string>());
  for (const Json& c : known["inclusion"]) {
    const MerkleProof proof = inclusion_proof(c["index"], c["size"], tree).value();
    BOOST_TEST(shown(proof) == shown(c["proof"]));
    BOOST_TEST(proves_inclusion(from_hex(c["leafHash"]), c["index"], c["size"], proof,
                                root_at(c["size"], tree).value()));
  }
  for (const Json& c : known["consistency"]) {
    const MerkleProof proof = consistency_proof(c["size1"], c["size2"], tree).value();
    BOOST_TEST(shown(proof) == shown(c["proof"]));
    const std::string before = root_at(c["size1"], tree).value();
    const std::string after = root_at(c["size2"], tree).value();
    BOOST_TEST(proves_consistency(c["size1"], before, c["size2"], after, proof));
    for (const bool past : {true, false}) {  // neither end may be another tree's
      std::string other = past ? before : after;
      other.back() = static_cast<char>(other.back() ^ 1);
      BOOST_TEST(!proves_consistency(c["size1"], past ? other : before, c["size2"],
                                     past ? after : other, proof));
    }
  }
}

BOOST_AUTO_TEST_CASE(inclusion_is_accepted_and_refused_as_known) {
  const Json inclusion = vectors("inclusion.json");
  for (const Json& c : inclusion["cases"]) {
    const bool accepted = proves_inclusion(from_text(c["leafHash"]), c["leafIdx"], c["treeSize"],
                                           base64_proof(c["proof"]), from_text(c["root"]));
    BOOST_TEST(accepted == !c["wantErr"].get<bool>(), c["id"]);
  }
}

BOOST_AUTO_TEST_CASE(consistency_is_accepted_and_refused_as_known) {
  const Json consistency = vectors("consistency.json");
  for (const Json& c : consistency["cases"]) {
    const bool accepted = proves_consistency(c["size1"], from_text(c["root1"]), c["size2"],
                                             from_text(c["root2"]), base64_proof(c["proof"]));
    BOOST_TEST(accepted == !c["wantErr"].get<bool>(), c["id"]);
  }
}

BOOST_AUTO_TEST_CASE(a_second_level_of_tiles_gives_the_same_tree) {
  TestTree tree = numbered_tree(tile_width * tile_width + 300);
  BOOST_TEST(tree.tiles() == 256U + 1U + 1U);
  const std::string root = tree.frontier.root();
  BOOST_TEST(root_at(tree.frontier.size(), tree).value() == root);
  const MerkleProof with_tiles = inclusion_proof(40000, tree.frontier.size(), tree).value();
  tree.forget_tiles();
  BOOST_TEST(root_at(tree.frontier.size(), tree).value() == root);
  BOOST_TEST(shown(inclusion_proof(40000, tree.frontier.size(), tree).value()) ==
             shown(with_tiles));
}

BOOST_AUTO_TEST_CASE(a_frontier_comes_back_only_with_hashes_that_fit_its_size) {
  Frontier frontier;
  for (int i = 0; i < 6; ++i) frontier.add(leaf_hash(std::to_string(i)));
  BOOST_TEST(Frontier::restore(6, frontier.hashes())->root() == frontier.root());
  BOOST_TEST(!Frontier::restore(7, frontier.hashes()));
  BOOST_TEST(!Frontier::restore(6, frontier.hashes() + "x"));
  BOOST_TEST(!Frontier::restore(-1, ""));
}

BOOST_AUTO_TEST_SUITE_END()
