// The tables of a workspace's database, and the version that says how they are laid out.
//
// Every fact stands once: what is a column is not repeated in `task.detail`, the co's of a task
// stand in `task_co` alone. So whatever is altered in a row shows when it is read.
#pragma once

#include "storage/connection.hpp"

namespace duban::storage {

/// "duba": marks the file as ours.
inline constexpr int application_id = 0x64756261;
inline constexpr int schema_version = 2;

/// What it consists of, as SQL.
std::string_view schema_text();
/// Lays the tables into an empty database, in one transaction. May throw SQLite::Exception.
void create_schema(Connection& connection);

/// Errc::corrupt when the file is no database of ours, Errc::newer when a later program made it.
/// May throw SQLite::Exception.
Status check_schema(Connection& connection);

}  // namespace duban::storage
