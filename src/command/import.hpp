#pragma once
// Tables of other people's files, judged row by row and taken in as one deed.

#include <boost/json/value.hpp>

#include "command/command.hpp"
#include "domain/import.hpp"
#include "mapping/json_write.hpp"

namespace takt::command {

/// A row of a file: each cell a text, a number or nothing; days of a workbook as ISO texts.
struct ImportRow {
  int line = 0;  ///< in the file, as whoever reads it counts
  std::vector<mapping::RawJson> cells;
};
BOOST_DESCRIBE_STRUCT(ImportRow, (), (line, cells))

using ImportColumns = std::vector<std::optional<domain::ImportField>>;

}  // namespace takt::command

namespace takt::domain {
template <>
inline constexpr bool kHasNoDefault<command::ImportColumns> = true;
template <>
inline constexpr bool kHasNoDefault<std::vector<command::ImportRow>> = true;
}  // namespace takt::domain

namespace takt::command {

/// What is sent besides the rows, whatever they are.
struct ImportFile {
  domain::Text<200, 1> file;
  domain::Text<64, 64> hash;
  domain::CellFormat format;
  ImportColumns columns;     ///< what each column holds; null: nothing that is taken
  std::vector<int> factors;  ///< by which its numbers are multiplied: 1, 1000 or 1000000
  bool leave_out = false;    ///< refused rows; without it they refuse the whole import
};
BOOST_DESCRIBE_STRUCT(ImportFile, (), (file, hash, format, columns, factors, leave_out))

/// By what the numbers of a column are multiplied; 1 where nothing is declared.
inline int factor_of(const ImportFile& file, std::size_t column) {
  return column < file.factors.size() ? file.factors[column] : 1;
}

/// The same of what an account takes in.
struct ImportHead : ImportFile {
  std::optional<Id> id;  ///< of the import, of the client's making
  domain::ImportKind kind = domain::ImportKind::sites;
};
BOOST_DESCRIBE_STRUCT(ImportHead, (ImportFile), (id, kind))

struct ImportBody : ImportHead {
  std::vector<ImportRow> rows;
};
BOOST_DESCRIBE_STRUCT(ImportBody, (ImportHead), (rows))

inline constexpr std::size_t kMostRows = 10'000;

BOOST_DEFINE_ENUM_CLASS(ImportVerdict, new_, changed, unchanged, refused)

/// What is wrong with a row, or worth a look, in which column; without one the row as a whole.
struct ImportProblem {
  std::optional<int> column;  ///< from 0
  std::string code;
  std::string detail;
  std::vector<std::string> choices;    ///< what would be right, where that can be listed
  std::optional<std::string> value{};  ///< of a list in the cell the one that is meant
};
BOOST_DESCRIBE_STRUCT(ImportProblem, (), (column, code, detail, choices, value))

/// A value that a row brings. References read as names.
struct ImportValue {
  std::optional<int> column;  ///< none: it follows from others
  std::string member;         ///< of the entry, as in JSON
  mapping::RawJson before;
  mapping::RawJson after;
};
BOOST_DESCRIBE_STRUCT(ImportValue, (), (column, member, before, after))

struct ImportedRow {
  int line = 0;
  ImportVerdict verdict = ImportVerdict::refused;
  std::optional<Id> entry;  ///< the present one that it means
  std::string title;
  std::vector<ImportValue> values;
  std::vector<ImportProblem> problems;  ///< they refuse it
  std::vector<ImportProblem> hints;     ///< they don't
};
BOOST_DESCRIBE_STRUCT(ImportedRow, (), (line, verdict, entry, title, values, problems, hints))

struct ImportAnswer {
  int added = 0;
  int changed = 0;
  int unchanged = 0;
  int refused = 0;
  std::vector<ImportedRow> rows;          ///< empty for a repeated create; blank rows are in none
  std::optional<domain::Import> import_;  ///< none of a dry run, nor where nothing changed
};
BOOST_DESCRIBE_STRUCT(ImportAnswer, (), (added, changed, unchanged, refused, rows, import_))

/// Judges an ImportBody and writes nothing.
ImportAnswer preview_import(Context& context, const Caller& caller, const Id& account,
                            const boost::json::value& body);

/// Takes an ImportBody in, all of it or, where it says to leave refused rows out, all others.
/// Throws Problem(conflict) naming what is refused otherwise. With the id of an import that was
/// made already it is the same one.
ImportAnswer make_import(Context& context, const Caller& caller, const Id& account,
                         const boost::json::value& body);

/// Takes an import back: what it changed is as before, what it added is archived. Throws
/// Problem(conflict) naming what was changed since, or what else refers to what it added.
domain::Import undo_import(Context& context, const Caller& caller, const Id& id);

}  // namespace takt::command
