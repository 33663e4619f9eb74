#include "cli/import_file.hpp"

#include <csv.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <fstream>
#include <iostream>
#include <regex>
#include <set>

#include "cli/choice.hpp"
#include "command/account_import.hpp"
#include "command/import_field.hpp"
#include "mapping/words.hpp"
#include "store/account_store.hpp"
#include "store/sha256.hpp"
#include "store/user_store.hpp"

namespace takt::cli {

using namespace domain;
namespace json = boost::json;

namespace {

std::string content_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("Can't read " + path + ".");
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string utf8(std::string content, const std::string& encoding) {
  if (encoding == "windows-1252") {
    std::string out;
    return icu::UnicodeString(content.data(), static_cast<std::int32_t>(content.size()),
                              "windows-1252")
        .toUTF8String(out);
  }
  if (content.starts_with("\xEF\xBB\xBF")) content.erase(0, 3);
  if (!is_utf8(content))
    throw std::runtime_error("The file is not UTF-8: say --encoding windows-1252.");
  return content;
}

char delimiter_of(const ImportOptions& options) {
  if (options.delimiter == "tab") return '\t';
  if (options.delimiter.size() > 1)
    throw std::runtime_error("--delimiter must be one sign, or tab.");
  if (!options.delimiter.empty()) return options.delimiter.front();
  return options.file.ends_with(".tsv") ? '\t' : ',';
}

/// As a terminal may show it: a file's own control codes do nothing there.
std::string one_line(std::string text) {
  for (auto& letter : text)
    if (static_cast<unsigned char>(letter) < ' ' || letter == '\x7f') letter = ' ';
  return text;
}

/// A name without what it says in brackets of its values.
std::string name_key_of(std::string_view name) { return word_key(name.substr(0, name.find('('))); }

/// Heads of the lists that Takt writes itself (report/), where they say it in other words.
constexpr struct {
  ImportKind kind;
  ImportField field;
  mapping::Word head;
} kOwnHeads[] = {
    {ImportKind::contacts, ImportField::kept_by, {"hält Kontakt", "Kept in touch by"}},
    {ImportKind::supply, ImportField::contract_end, {"Vertragsende", "Contract end"}},
    {ImportKind::signals, ImportField::title, {"Signal", "Signal"}},
    {ImportKind::signals, ImportField::detail, {"Einzelheiten", "Detail"}},
    {ImportKind::signals, ImportField::signal_source, {"Quelle", "Source"}},
    {ImportKind::signals, ImportField::tags, {"Schlagworte", "Tags"}},
    {ImportKind::actions, ImportField::title, {"Maßnahme", "Action"}},
    {ImportKind::actions, ImportField::due, {"Termin", "Due"}},
    {ImportKind::plan, ImportField::assignee, {"verantwortlich", "Owner"}},
    {ImportKind::plan, ImportField::start, {"Ausgangswert", "Start"}},
    {ImportKind::plan, ImportField::lower, {"untere Grenze", "Lower bound"}},
    {ImportKind::plan, ImportField::upper, {"obere Grenze", "Upper bound"}},
    {ImportKind::plan, ImportField::weight, {"Gewicht", "Weight"}},
    {ImportKind::plan, ImportField::due, {"fällig", "Due"}},
    {ImportKind::check_ins, ImportField::on, {"Datum", "Date"}},
    {ImportKind::check_ins, ImportField::note, {"Bemerkung", "Note"}},
};

/// Whatever a column may be called: as the API has it, as the interface and Takt's own files have
/// it in both languages.
bool is_called(std::string_view kind, ImportField field, std::string_view name) {
  if (name == mapping::enum_text(field)) return true;
  const auto wanted = name_key_of(name);
  if (wanted.empty()) return false;
  const auto says = [&](std::string_view de, std::string_view en) {
    return wanted == name_key_of(de) || wanted == name_key_of(en);
  };
  return says(mapping::choice(Language::de, field), mapping::choice(Language::en, field)) ||
         std::ranges::any_of(kOwnHeads, [&](const auto& own) {
           return own.field == field && mapping::enum_text(own.kind) == kind &&
                  says(own.head.de, own.head.en);
         });
}

std::string fields_in_words(std::span<const command::Field> fields) {
  std::string all;
  for (const auto& field : fields)
    all += (all.empty() ? "" : ", ") + std::string(mapping::enum_text(field.field));
  return all;
}

/// What columns hold, and by what their numbers are multiplied.
struct Columns {
  json::array fields;
  json::array factors;
};

/// What a head says in brackets or beside them of thousands or millions; empty: nothing.
std::string scale_said(std::string_view name) {
  static const std::regex kScales(
      R"((^|[^a-zäöü])(t€|t\s?eur|tsd|k€|k\s?eur|tausend|thousands?|mio|mn|millionen|millions?)($|[^a-zäöü]))",
      std::regex::icase);
  std::cmatch match;
  return std::regex_search(name.data(), name.data() + name.size(), match, kScales) ? match[2].str()
                                                                                   : "";
}

/// What follows the `*` of "Umsatz=volume*1000".
int factor_said(const std::string& said, std::string_view factor) {
  if (factor == "1") return 1;
  if (factor == "1000") return 1'000;
  if (factor == "1000000") return 1'000'000;
  throw std::runtime_error("--column \"" + said +
                           "\": amounts are multiplied by 1, 1000 or 1000000.");
}

/// What the columns with these names hold.
Columns columns_of(const std::vector<std::string>& names, std::span<const command::Field> fields,
                   const ImportOptions& options, std::ostream& out) {
  Columns said_of{json::array(names.size()), json::array(names.size(), json::value(1))};
  auto& columns = said_of.fields;
  std::set<std::size_t> declared;
  for (std::size_t i = 0; i < names.size(); ++i)
    for (const auto& field : fields)
      if (is_called(options.kind, field.field, names[i]))
        columns[i] = mapping::enum_text(field.field);
  for (const auto& said : options.columns) {
    const auto at = said.rfind('=');
    const auto name = said.substr(0, at);
    const auto found = std::ranges::find(names, name);
    if (at == said.npos || found == names.end())
      throw std::runtime_error("No column is called \"" + name +
                               "\": say --column \"NAME=FIELD\" with a name of row " +
                               std::to_string(options.header) + ".");
    const auto column = static_cast<std::size_t>(found - names.begin());
    const auto times = said.find('*', at);
    columns[column] = said.substr(at + 1, times == said.npos ? times : times - at - 1);
    if (times != said.npos) declared.insert(column);
    if (times != said.npos) said_of.factors[column] = factor_said(said, said.substr(times + 1));
  }
  if (std::ranges::all_of(columns, [](const json::value& column) { return column.is_null(); }))
    throw std::runtime_error("No column of row " + std::to_string(options.header) +
                             " is known; say --header, --delimiter or --column NAME=FIELD with "
                             "one of: " +
                             fields_in_words(fields) + ".");
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto amount = std::ranges::any_of(fields, [&](const command::Field& field) {
      return field.amount && columns[i].is_string() &&
             columns[i].get_string() == mapping::enum_text(field.field);
    });
    if (const auto scale = scale_said(names[i]); amount && !scale.empty() && !declared.contains(i))
      throw std::runtime_error("The column \"" + one_line(names[i]) + "\" says " + scale +
                               ": say --column \"" + one_line(names[i]) + "=" +
                               std::string(columns[i].as_string()) +
                               "*1000\" (or *1000000), or *1 where its numbers are meant as they "
                               "stand.");
    if (columns[i].is_null() && !names[i].empty())
      out << "not taken: the column \"" << one_line(names[i]) << "\"\n";
  }
  return said_of;
}

void tell(const command::ImportedRow& row, const std::vector<std::string>& names,
          std::ostream& out) {
  const auto told = [&](const command::ImportProblem& problem, const char* what) {
    out << "line " << row.line << ", " << what;
    if (problem.column) out << " in \"" << one_line(names.at(*problem.column)) << '"';
    out << ": " << problem.detail << '\n';
  };
  for (const auto& problem : row.problems) told(problem, "refused");
  for (const auto& hint : row.hints) told(hint, "note");
  if (row.verdict != command::ImportVerdict::changed) return;
  out << "line " << row.line << ", changed: " << row.title;
  for (const auto& value : row.values)
    out << ", " << value.member << ' ' << value.before.text << " -> " << value.after.text;
  out << '\n';
}

access::Caller person_called(access::Context& context, const std::string& email) {
  return context.database.peek([&](store::Session& session) -> access::Caller {
    const auto id = store::user_with_email(session, email);
    if (!id) throw std::runtime_error("Nobody has the address " + email + ".");
    const auto user = store::must_find<User>(session, *id);
    if (user.archived_at) throw std::runtime_error(user.name + " is archived.");
    return {.user = *id, .name = user.name, .role = user.role};
  });
}

/// What was written as a text lest a spreadsheet take it for a formula, as it was.
std::string unguarded(std::string_view cell) {
  const auto at = cell.find_first_not_of('\'');
  const bool guarded = at != 0 && at != cell.npos &&
                       std::string_view("=+-@\t\r\n").find(cell[at]) != std::string_view::npos;
  return std::string(cell.substr(guarded ? 1 : 0));
}

}  // namespace

std::vector<std::vector<std::string>> csv_rows(const std::string& text, char delimiter) {
  struct Reading {
    std::vector<std::vector<std::string>> rows{{}};
    bool after_return = false;
  } reading;
  const auto cell = [](void* data, std::size_t size, void* into) {
    auto& out = *static_cast<Reading*>(into);
    out.after_return = false;
    out.rows.back().push_back(unguarded({static_cast<const char*>(data), size}));
  };
  const auto row = [](int end, void* into) {
    auto& out = *static_cast<Reading*>(into);
    // Of \r\n the second ends nothing.
    if (end == '\n' && out.after_return && out.rows.back().empty()) {
      out.after_return = false;
      return;
    }
    out.after_return = end == '\r';
    out.rows.emplace_back();
  };
  csv_parser parser;
  if (csv_init(&parser, CSV_REPALL_NL) != 0) throw std::runtime_error("No CSV can be read.");
  csv_set_delim(&parser, static_cast<unsigned char>(delimiter));
  // A tab may part cells, so that it is no space around them.
  csv_set_space_func(&parser, [](unsigned char letter) { return letter == ' ' ? 1 : 0; });
  csv_parse(&parser, text.data(), text.size(), cell, row, &reading);
  // A sign of inches within a cell is one; only at the end an open quote has swallowed rows.
  csv_set_opts(&parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  const bool read = csv_fini(&parser, cell, row, &reading) == 0;
  csv_free(&parser);
  if (!read) throw std::runtime_error("A quote of the file is never closed.");
  if (reading.rows.back().empty()) reading.rows.pop_back();
  return std::move(reading.rows);
}

bool import_file(access::Context& context, const ImportOptions& options, std::ostream& out) {
  if (options.accounts != (options.account.empty() && options.kind.empty()))
    throw std::runtime_error("Say --account and --kind, or --accounts without them.");
  const auto fields = options.accounts
                          ? command::account_fields()
                          : command::fields_of(choice_called<ImportKind>(options.kind, "--kind"));
  const auto content = content_of(options.file);
  const auto rows = csv_rows(utf8(content, options.encoding), delimiter_of(options));
  const auto header = static_cast<std::size_t>(options.header);
  if (rows.size() <= header) throw std::runtime_error("The file has no rows below its header.");
  const auto& names = rows[header - 1];
  const auto name = options.file.substr(options.file.rfind('/') + 1);

  json::array sent;
  for (auto line = header; line < rows.size(); ++line) {
    json::array cells;
    for (std::size_t i = 0; i < std::min(rows[line].size(), names.size()); ++i)
      cells.push_back(rows[line][i].empty() ? json::value() : json::value(rows[line][i]));
    sent.push_back({{"line", static_cast<std::int64_t>(line + 1)}, {"cells", std::move(cells)}});
  }
  auto columns = columns_of(names, fields, options, out);
  json::object parts{{"file", name},
                     {"hash", store::sha256(content)},
                     {"format",
                      {{"decimalSign", options.decimal_sign},
                       {"dateOrder", options.date_order},
                       {"percent", options.percent},
                       {"confidence", options.confidence}}},
                     {"columns", std::move(columns.fields)},
                     {"factors", std::move(columns.factors)},
                     {"leaveOut", options.leave_out},
                     {"rows", std::move(sent)}};
  if (!options.accounts) parts["kind"] = options.kind;
  const json::value body(std::move(parts));

  const auto account = context.database.peek(
      [&](store::Session& session) { return store::account_with_code(session, options.account); });
  if (!account && !options.accounts)
    throw std::runtime_error("No account has the code " + options.account + ".");
  const auto caller = person_called(context, options.person);
  const auto judged = account ? command::preview_import(context, caller, *account, body)
                              : command::preview_account_import(context, caller, body);
  for (const auto& row : judged.rows) tell(row, names, out);
  out << judged.added << " new, " << judged.changed << " changed, " << judged.unchanged
      << " unchanged, " << judged.refused << " refused\n";
  const bool whole = judged.refused == 0 || options.leave_out;
  if (options.dry_run) {
    out << "Nothing was stored: this was a dry run.\n";
  } else if (!whole) {
    out << "Nothing was stored: put the refused rows right, or say --leave-out.\n";
  } else {
    const auto made = account ? command::make_import(context, caller, *account, body)
                              : command::make_account_import(context, caller, body);
    out << (made.added + made.changed > 0 ? "Stored.\n"
                                          : "Nothing to store: all of it is there already.\n");
  }
  return whole;
}

}  // namespace takt::cli
