#include "command/import_body.hpp"

#include <algorithm>

namespace takt::command {

using namespace domain;

namespace {

constexpr int kMostColumns = 100;

bool is_row(const boost::json::value& row, std::size_t columns) {
  const auto* object = row.if_object();
  const auto* line = object ? object->if_contains("line") : nullptr;
  const auto* cells = object ? object->if_contains("cells") : nullptr;
  return line && line->is_int64() && line->get_int64() > 0 && line->get_int64() < 100'000'000 &&
         object->size() == 2 && cells && cells->is_array() &&
         cells->get_array().size() <= columns &&
         std::ranges::none_of(cells->get_array(), [](const boost::json::value& cell) {
           return cell.is_object() || cell.is_array();
         });
}

void check_columns(const ImportFile& head, std::span<const Field> fields, mapping::Errors& errors) {
  if (head.columns.size() > kMostColumns)
    mapping::add_error(errors, "/columns", "too_many", "has more than 100 entries");
  for (std::size_t i = 0; i < head.columns.size(); ++i) {
    if (!head.columns[i]) continue;
    const auto at = "/columns/" + std::to_string(i);
    if (std::ranges::find(fields, *head.columns[i], &Field::field) == fields.end())
      mapping::add_error(errors, at, "not_here", "is no column of this kind of import");
    const auto first = std::ranges::find(head.columns, head.columns[i]) - head.columns.begin();
    if (static_cast<std::size_t>(first) < i)
      mapping::add_error(errors, at, "twice",
                         "is column " + std::to_string(first + 1) + " already");
  }
}

/// Only amounts are multiplied: not a share, a day or what is chosen.
void check_factors(const ImportFile& head, std::span<const Field> fields, mapping::Errors& errors) {
  if (head.factors.size() > head.columns.size())
    mapping::add_error(errors, "/factors", "too_many", "has more entries than there are columns");
  for (std::size_t i = 0; i < std::min(head.factors.size(), head.columns.size()); ++i) {
    const int factor = head.factors[i];
    const auto at = "/factors/" + std::to_string(i);
    const bool is_amount = std::ranges::any_of(
        fields, [&](const Field& field) { return field.amount && field.field == head.columns[i]; });
    if (factor != 1 && factor != 1'000 && factor != 1'000'000)
      mapping::add_error(errors, at, "not_a_choice", "must be one of 1, 1000, 1000000");
    else if (factor != 1 && !is_amount)
      mapping::add_error(errors, at, "not_here", "is for columns of amounts only");
  }
}

}  // namespace

const boost::json::array& read_rows(const boost::json::value& body, const ImportFile& head,
                                    std::span<const Field> fields, std::size_t most,
                                    mapping::Errors errors) {
  check_columns(head, fields, errors);
  check_factors(head, fields, errors);
  const auto* rows = body.is_object() ? body.get_object().if_contains("rows") : nullptr;
  if (!rows)
    mapping::add_error(errors, "/rows", "required", "is required");
  else if (!rows->is_array())
    mapping::add_error(errors, "/rows", "not_a_list", "must be a list");
  else if (rows->get_array().size() > most)
    mapping::add_error(errors, "/rows", "too_many",
                       "has more than " + std::to_string(most) + " entries");
  else
    for (std::size_t i = 0; i < rows->get_array().size(); ++i)
      if (!is_row(rows->get_array()[i], head.columns.size()))
        mapping::add_error(errors, "/rows/" + std::to_string(i), "not_a_row",
                           "must be a line number and cells: texts, numbers or null, no more than "
                           "there are columns");
  if (!errors.empty()) throw Problem::invalid(std::move(errors));
  return rows->get_array();
}

void refuse_rows(const ImportAnswer& answer) {
  Problem problem(
      Problem::Kind::conflict, "rows_refused",
      std::to_string(answer.refused) + " rows are refused: leave them out, or put them right.");
  for (const auto& row : answer.rows)
    for (const auto& each : row.problems)
      mapping::add_error(problem.fields,
                         "/lines/" + std::to_string(row.line) +
                             (each.column ? "/" + std::to_string(*each.column) : ""),
                         each.code, each.detail);
  throw problem;
}

void tell(ImportAnswer& answer, ImportedRow row) {
  switch (row.verdict) {
    case ImportVerdict::new_:
      ++answer.added;
      break;
    case ImportVerdict::changed:
      ++answer.changed;
      break;
    case ImportVerdict::unchanged:
      ++answer.unchanged;
      break;
    case ImportVerdict::refused:
      ++answer.refused;
      break;
  }
  answer.rows.push_back(std::move(row));
}

}  // namespace takt::command
