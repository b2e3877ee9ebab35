// What must not get in: papers that are marked as secret, and what a person has to confirm.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.hpp"

namespace duban::intake {

/// A number that names a person, found by its checksum; the number itself is not repeated.
struct PersonalNumber {
  enum class Kind : std::uint8_t { identity_card, bank_account };
  Kind kind = Kind::identity_card;
  std::string place;  ///< "plan.docx: table 1, row 23"; the file's name where no place is known
};

struct Screening {
  std::string secret;    ///< the mark as it stands: "机密★1年"; empty: none
  std::string internal;  ///< "内部资料", "工作秘密", "不予公开"; empty: none
  std::vector<PersonalNumber> numbers = {};  ///< the first hundred
};

/// Looks at a file of any kind: its name, headers and footers, first and last page for marks, all
/// of its rows for numbers. A file that no reader opens is searched for marks byte by byte, in the
/// encodings of Chinese. Keeps nothing. Fails only when the file cannot be read at all.
Result<Screening> screen(const std::string& path);

/// The mark of a state secret in a text: with its star or term, after 密级, or alone in a line.
/// Empty for what only speaks of secrets (保守国家秘密).
std::string secret_mark(std::string_view text);
/// A word that asks for a confirmation; empty when there is none.
std::string internal_mark(std::string_view text);

/// GB 11643: seventeen digits and the one (or X) that they give.
bool is_identity_card(std::string_view digits);
/// 16 to 19 digits of a bank card, by Luhn.
bool is_bank_account(std::string_view digits);

}  // namespace duban::intake
