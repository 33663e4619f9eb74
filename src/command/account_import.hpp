#pragma once
// Accounts with their teams, brought in from a table: one row each.

#include "command/import_cell.hpp"

namespace takt::command {

struct AccountImportBody : ImportFile {
  std::vector<ImportRow> rows;
};
BOOST_DESCRIBE_STRUCT(AccountImportBody, (ImportFile), (rows))

/// In one transaction, in which the organisation's other writers wait.
inline constexpr std::size_t kMostAccountRows = 1'000;

/// The columns that a table of accounts knows.
std::span<const Field> account_fields();

/// Judges an AccountImportBody as if it were taken in, and stores nothing.
ImportAnswer preview_account_import(Context& context, const Caller& caller,
                                    const boost::json::value& body);

/// Takes an AccountImportBody in, all of it or, where it says to leave refused rows out, all
/// others. A row means the account of its name that the caller sees: what the row says of it and
/// whom it names is put there, nobody is taken off a team. So the same again changes nothing.
/// Throws Problem(conflict) naming what is refused otherwise.
ImportAnswer make_account_import(Context& context, const Caller& caller,
                                 const boost::json::value& body);

}  // namespace takt::command
