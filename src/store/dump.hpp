#pragma once
// All data as lines of JSON, the same from SQLite and from PostgreSQL, so that they can be taken
// from one to the other, and away.
//
// The first line says what it is: {"takt":"dump","step":33,"at":"2026-11-27T09:00:00.000Z"}. Then
// one row a line, {"site":{"id":"0190…","name":"Gütersloh",…}}: table, columns and values as the
// database of that step has them (migrations/), tables by name, rows by their key. The last line
// says what came before: {"rows":5120,"sha256":"…"}, the sum over the lines of the rows, each with
// its line feed. What Takt makes from the rows by itself (search, the portfolio's lines) is left
// out.

#include <iosfwd>

#include "store/database.hpp"

namespace takt::store {

/// What a dump holds.
struct Dump {
  int step = 0;  ///< of the database, see migrations.hpp
  long long rows = 0;
  std::string sha256;  ///< over the rows: the same for the same data, on whichever database
};

/// Writes all data as they are at one moment. Throws std::runtime_error where `out` fails, and
/// Unavailable where the database is lost on the way.
Dump dump(Database& database, domain::Instant now, std::ostream& out);

/// Takes a dump into a database that holds nothing of Takt yet, brings it to this program's step
/// and verifies it: number and sum of the rows, references, the change log's chains. All of it or
/// nothing. Throws std::runtime_error, with the number of the line where one is wrong, for what is
/// no dump, cut off, changed, newer than this program, and where the database is not empty;
/// Unavailable where it is lost on the way.
Dump load(Database& database, std::istream& in);

}  // namespace takt::store
