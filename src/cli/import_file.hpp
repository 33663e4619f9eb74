#pragma once
// `takt import`: a CSV or TSV file into an account, or of accounts, by the rules of POST …/imports.

#include <iosfwd>
#include <string>
#include <vector>

#include "access/context.hpp"

namespace takt::cli {

/// How a file is to be read, as it is said on the command line.
struct ImportOptions {
  std::string file;
  std::string account;  ///< its code
  std::string person;   ///< address of whoever brings it in, as the change log keeps it
  std::string kind;
  bool accounts = false;  ///< its rows are accounts with their teams, of no kind and no account
  /// "Werk=site": what a column holds that nobody would guess; "Umsatz T€=volume*1000": in what.
  std::vector<std::string> columns;
  std::string delimiter;           ///< empty: a tab for .tsv, a comma otherwise
  std::string encoding = "utf-8";  ///< or windows-1252
  std::string decimal_sign = "comma";
  std::string date_order = "dmy";
  std::string percent = "as_written";
  std::string confidence = "ten";
  int header = 1;  ///< row of the names of the columns, from 1
  bool dry_run = false;
  bool leave_out = false;  ///< refused rows; without it they refuse the whole file
};

/// The rows of a text as RFC 4180 has them, blank ones, too: what stands at index 6 is row 7.
/// Without the apostrophe before what would be a formula (report/csv.hpp). Throws
/// std::runtime_error where a quote is never closed.
std::vector<std::vector<std::string>> csv_rows(const std::string& text, char delimiter);

/// Judges the file and, without `dry_run`, takes it in; tells `out` what becomes of its rows.
/// Whether all of them were taken or left out on purpose. Throws std::runtime_error or a Problem
/// that says what would be right.
bool import_file(access::Context& context, const ImportOptions& options, std::ostream& out);

}  // namespace takt::cli
