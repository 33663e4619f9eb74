#pragma once
// One row of an import on its way from cells to the JSON of an entry.

#include <boost/json/object.hpp>
#include <map>

#include "command/import.hpp"
#include "domain/cell.hpp"
#include "domain/word.hpp"
#include "store/entity_store.hpp"

namespace takt::command {

/// Entries of one kind by name.
class NameIndex {
 public:
  explicit NameIndex(std::string term) : term_(std::move(term)) {}
  void add(std::string_view name, const Id& id, bool archived = false);
  /// The present one of that name. Several, or archived ones only, are refused.
  domain::Read<Id> find(std::string_view name) const;

 private:
  struct Named {
    Id id;
    std::string name;
    bool archived = false;
  };
  std::string term_;
  std::map<std::string, std::vector<Named>> named_;  ///< by name_key
};

/// Whatever an import may name of its account, read once.
struct Names {
  NameIndex sites{"site"}, areas{"product_area"}, contacts{"contact"}, kpis{"kpi"},
      key_results{"key_result"}, team{"team_member"}, cycles{"cycle"}, accounts{"account"};
  std::map<Id, std::string> of;  ///< the name that an id is shown by
  void add(NameIndex& index, const std::string& name, const Id& id, bool archived);
};

class People;

/// What cells are read by.
struct ReadBy {
  domain::CellFormat format;
  domain::Period share_period = domain::Period::quarter;  ///< the account's
  Names names;
  const People* people = nullptr;  ///< of the organisation, where rows name such
};

/// A row's cells as they were read: what it says of the entry as JSON, and what is wrong with it.
struct Reading {
  const ReadBy& by;
  boost::json::object members;
  std::vector<ImportProblem> problems{};
  std::optional<int> column{};  ///< being read
  int factor = 1;               ///< declared for it
  void refuse(domain::Unreadable wrong);
};

struct Field;
using Reader = void (*)(Reading&, const Field&, const boost::json::value& cell);

/// What a kind's column is read into, and how.
struct Field {
  constexpr Field(domain::ImportField field, std::string_view member, Reader read,
                  bool amount = false)
      : read(read), member(member), field(field), amount(amount) {}
  Reader read;
  std::string_view member;  ///< as in JSON
  domain::ImportField field;
  bool amount;  ///< of money or pieces: a factor may be declared for it
};

/// Whether there is nothing in the cell to be seen.
bool is_blank(const boost::json::value& cell);
/// The cell as text, a number in its shortest form.
std::string text_of(const boost::json::value& cell);
/// The number that a cell was read as, multiplied to the digits that were entered. A per cent is
/// no amount and stays what it is.
double multiplied(double number, int factor, const boost::json::value& cell);
/// The texts between commas, semicolons and line breaks.
std::vector<std::string> list_of(const boost::json::value& cell);

void read_text_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_number_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_amount_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_share_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_day_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_truth_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_list_cell(Reading& reading, const Field& field, const boost::json::value& cell);
/// Links hold commas themselves: those part two of them before a further `http` alone.
void read_links_cell(Reading& reading, const Field& field, const boost::json::value& cell);
/// Of all sites together where it says so, unless a site is called that.
void read_site_or_all_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_period_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_rest_cell(Reading& reading, const Field& field, const boost::json::value& cell);
/// With what the file says where that is no number from 0 to 10, as `confidenceText`.
void read_confidence_cell(Reading& reading, const Field& field, const boost::json::value& cell);
void read_competitor_cell(Reading& reading, const Field& field, const boost::json::value& cell);

template <NameIndex Names::*kIndex>
void read_name_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  auto found = (reading.by.names.*kIndex).find(text_of(cell));
  if (auto* wrong = std::get_if<domain::Unreadable>(&found))
    reading.refuse(std::move(*wrong));
  else
    reading.members[field.member] = std::get<Id>(found).text;
}

template <class E>
void read_choice_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  auto choice = domain::read_choice<E>(text_of(cell));
  if (auto* wrong = std::get_if<domain::Unreadable>(&choice))
    reading.refuse(std::move(*wrong));
  else
    reading.members[field.member] = mapping::enum_text(std::get<E>(choice));
}

template <class E>
void read_choices_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  boost::json::array out;
  for (const auto& text : list_of(cell)) {
    auto choice = domain::read_choice<E>(text);
    if (auto* wrong = std::get_if<domain::Unreadable>(&choice))
      return reading.refuse(std::move(*wrong));
    out.emplace_back(mapping::enum_text(std::get<E>(choice)));
  }
  reading.members[field.member] = std::move(out);
}

}  // namespace takt::command
