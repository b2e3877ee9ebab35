// What readers promise, as functions that abort when a promise is broken.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/error.hpp"
#include "engine/model/directory.hpp"
#include "tests/fuzz/target.hpp"

namespace duban::fuzz {

/// The shipped directory (config/departments/hunan.yaml).
const Directory& shipped_directory();

/// A refusal is one clear sentence in valid UTF-8, with its holes filled, and of a size to be
/// printed.
void check_sentence(const Error& error);
/// The errors of a file whose text is known: in its order, each with a place inside of it, the line
/// there as its excerpt, and a picture with a caret that hides nothing.
void check_problems(const Errors& errors, std::string_view text, const std::string& file);

/// Writes `bytes` into a folder of this process, under `name`; returns the path.
std::string scratch_file(const std::string& name, std::string_view bytes);

/// Opens the file as a plan and reads it twice: the same both times; every row has what an import
/// needs; every error stands somewhere in this file.
void check_plan(const std::string& path);

}  // namespace duban::fuzz
