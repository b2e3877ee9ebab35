// libzip, opened when the first archive is.
#pragma once

#include <zip.h>

#include "engine/base/error.hpp"

namespace duban::intake {

/// The functions of libzip that archive.cpp calls, by their own names.
///
/// Linked, libzip would bring the whole of libcrypto into each process, for ciphers that duban
/// never asks for: two of its nine milliseconds, and only `import` reads archives
/// (docs/decisions/0007).
struct ZipLibrary {
  decltype(&zip_open) open;
  decltype(&zip_discard) discard;
  decltype(&zip_get_num_entries) get_num_entries;
  decltype(&zip_get_name) get_name;
  decltype(&zip_name_locate) name_locate;
  decltype(&zip_stat_index) stat_index;
  decltype(&zip_fopen_index) fopen_index;
  decltype(&zip_fread) fread;
  decltype(&zip_fclose) fclose;
  decltype(&zip_strerror) strerror;
  decltype(&zip_error_init_with_code) error_init_with_code;
  decltype(&zip_error_strerror) error_strerror;
  decltype(&zip_error_fini) error_fini;
};

/// Opened by the first call and kept. Errc::io when the machine has no libzip, or not this one.
Result<const ZipLibrary*> zip_library();

}  // namespace duban::intake
