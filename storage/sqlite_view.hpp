// One snapshot of the database, read without blocking whoever writes.
#pragma once

#include "storage/reading.hpp"

namespace duban::storage {

class SqliteView final : public Reading<View> {
 public:
  /// Takes its snapshot at once; it lasts until the view goes away.
  static Result<std::unique_ptr<View>> begin(std::unique_ptr<Connection> connection,
                                             GiveBack give_back);
  ~SqliteView() override;

  Result<Meta> meta() override;

 private:
  SqliteView(std::unique_ptr<Connection> connection, GiveBack give_back)
      : connection_(std::move(connection)), give_back_(std::move(give_back)) {}
  Connection& connection() override { return *connection_; }
  std::unique_ptr<Connection> connection_;
  GiveBack give_back_;
};

}  // namespace duban::storage
