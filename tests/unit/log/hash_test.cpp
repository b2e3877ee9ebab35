#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "engine/log/base64.hpp"
#include "engine/log/basis_hash.hpp"
#include "engine/log/sha256.hpp"

namespace data = boost::unit_test::data;
using namespace duban;

namespace {

struct Pair {
  const char* bytes;
  const char* text;
};
std::ostream& operator<<(std::ostream& os, const Pair& c) { return os << c.text; }

// RFC 4648 §10.
const Pair base64_pairs[] = {
    {"", ""},
    {"f", "Zg=="},
    {"fo", "Zm8="},
    {"foo", "Zm9v"},
    {"foob", "Zm9vYg=="},
    {"fooba", "Zm9vYmE="},
    {"foobar", "Zm9vYmFy"},
};

struct Bad {
  const char* why;
  const char* text;
};
std::ostream& operator<<(std::ostream& os, const Bad& c) { return os << c.why; }

const Bad bad_base64[] = {
    {"no padding", "Zg"}, {"too much padding", "Z==="},      {"padding within", "Zg==Zg=="},
    {"a blank", "Zm 9"},  {"bits beyond the value", "Zh=="}, {"another alphabet", "Zm-_"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sha256_tests)

BOOST_AUTO_TEST_CASE(gives_the_published_hashes) {
  BOOST_TEST(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  BOOST_TEST(sha256_hex("abc") ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  BOOST_TEST(to_hex(view(digest("a", "bc"))) == sha256_hex("abc"));
}

BOOST_AUTO_TEST_CASE(piece_by_piece_is_the_same) {
  Sha256 hash;
  hash.add("a");
  hash.add("");
  hash.add("bc");
  BOOST_TEST(to_hex(hash.finish()) == sha256_hex("abc"));
}

BOOST_AUTO_TEST_CASE(knows_its_own_texts) {
  BOOST_TEST(is_hash_text(sha256_hex("abc")));
  BOOST_TEST(!is_hash_text("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"));
  BOOST_TEST(!is_hash_text("ba78"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(base64_tests)

BOOST_DATA_TEST_CASE(goes_both_ways, data::make(base64_pairs), c) {
  BOOST_TEST(to_base64(c.bytes) == c.text);
  BOOST_TEST(from_base64(c.text).value() == c.bytes);
}

BOOST_DATA_TEST_CASE(refuses_other_spellings, data::make(bad_base64), c) {
  BOOST_TEST(!from_base64(c.text));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(basis_hash_tests)

BOOST_AUTO_TEST_CASE(is_the_hash_of_the_three_hashes) {
  const BasisTexts texts{"r", "c", "d"};
  BOOST_TEST(basis_document(texts) == "{\"calendar\":\"" + sha256_hex("c") + "\",\"directory\":\"" +
                                          sha256_hex("d") + "\",\"rules\":\"" + sha256_hex("r") +
                                          "\"}");
  BOOST_TEST(basis_hash(texts) == sha256_hex(basis_document(texts)));
  BOOST_TEST(basis_hash(texts) != basis_hash({"r", "d", "c"}));
}

BOOST_AUTO_TEST_SUITE_END()
