// The bytes of a log entry (流转记录): what is stored, hashed and shown to auditors.
//
// An entry's body is one line of canonical JSON (RFC 8785) with exactly these sixteen members;
// `null` stands where one does not apply.
//
//   actor       text or null   who acted; null for an entry that nobody made
//   basis       text           hex SHA-256 of the basis it was judged by (basis_hash.hpp)
//   data        object or null all that replay needs beside the other members
//   department  text or null   the actor's
//   effective   time           when it took effect
//   event       text           an event's name, e.g. "request-extension"
//   from, to    text or null   the task's state before and after
//   plan        text or null   a plan's id
//   prev        number or null `seq` of the same task's entry before this one
//   recorded    time           when it was written
//   role        text or null   in which the actor acted
//   seq         number         its place in the log, from 0
//   task        text or null   the full key, e.g. "hn135/1.3.11"
//   v           number         version of this format: 1
//   via         text or null   the account behind the actor
//
// For example, in one line:
//   {"actor":"省经信委","basis":"5891…","data":{},"department":"省经信委",
//    "effective":"2017-02-28T16:00:00Z","event":"start","from":"assigned","plan":"hn135","prev":14,
//    "recorded":"2017-02-28T16:00:00Z","role":"lead","seq":59,"task":"hn135/1.3.11",
//    "to":"in_progress","v":1,"via":"zhang"}
//
// An entry is valid by itself if and only if
//  1. it is a JSON object in valid UTF-8 whose numbers are integers below 2^53;
//  2. it has the members above, each once, and no other;
//  3. `v` is 1;
//  4. `seq` is not negative, and `prev`, unless null, is not negative and below `seq`;
//  5. `recorded` and `effective` are whole seconds, RFC 3339 in UTC with `Z`;
//  6. `actor`, `department`, `via`, `plan` are null or a text that is not empty;
//  7. `basis` is 64 lower-case hex digits;
//  8. `event`, and unless null `role`, `from`, `to`, are words of engine/model/words.hpp;
//  9. `task` is null or a full key, and then `plan` is the plan in it; where `task` is null,
//     `prev`, `from` and `to` are null too;
// 10. `data` is null or an object;
// 11. written anew by RFC 8785 it gives the same bytes: members sorted, no blanks, shortest
// escapes.
//
// What must hold between entries is in docs/log-format.md; the audit checks it.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/model/entry.hpp"

namespace duban {

inline constexpr int entry_version = 1;

/// The body of `entry`. Texts must be valid UTF-8 and numbers below 2^53; nothing else is checked.
std::string canonical(const Entry& entry);

/// Reads a body by the list above. Errc::corrupt names the first sentence of it that does not hold;
/// a later version is Errc::newer.
Result<Entry> parse_entry(std::string_view body);

}  // namespace duban
