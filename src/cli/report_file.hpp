#pragma once
// `takt report`: an account as a file that can be taken along.

#include <string>

#include "access/context.hpp"
#include "domain/audience.hpp"
#include "domain/user.hpp"

namespace takt::cli {

/// Which file it is to be, as it is said on the command line.
struct ReportOptions {
  std::string account;          ///< its code
  std::string format = "xlsx";  ///< or csv, pdf
  std::string list;             ///< of a CSV file: the sheet of the workbook that it is
  domain::Audience audience = domain::Audience::management;  ///< of a PDF
  std::string language = "de";
  std::string output;  ///< empty: named after account and cycle, in this folder
  bool contacts = false;
  std::string public_address;  ///< where links lead; empty: nowhere
};

/// Writes the file: its path. Throws std::runtime_error that says what would be right.
std::string report_file(access::Context& context, const ReportOptions& options);

}  // namespace takt::cli
