// One snapshot of the database, read without blocking whoever writes.
#pragma once

#include "storage/reading.hpp"

namespace duban::storage {

class SqliteView final : public Reading<View> {
 public:
  /// Takes its snapshot at once; it lasts until the view goes away.
  static Result<std::unique_ptr<View>> begin(std::unique_ptr<Connection> connection);

  Result<Meta> meta() override;

 private:
  explicit SqliteView(std::unique_ptr<Connection> connection)
      : connection_(std::move(connection)) {}
  Connection& connection() override { return *connection_; }
  std::unique_ptr<Connection> connection_;
};

}  // namespace duban::storage
