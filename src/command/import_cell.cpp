#include "command/import_cell.hpp"

#include <algorithm>

#include "domain/text.hpp"
#include "domain/word.hpp"

namespace takt::command {

using namespace domain;

void NameIndex::add(std::string_view name, const Id& id, bool archived) {
  named_[name_key(name)].push_back({id, std::string(name), archived});
}

Read<Id> NameIndex::find(std::string_view name) const {
  const auto key = name_key(name);
  const auto shown = "“" + std::string(first_characters(name, 60)) + "”";
  std::vector<const Named*> present;
  bool archived = false;
  if (const auto found = named_.find(key); found != named_.end())
    for (const auto& one : found->second) {
      if (!one.archived) present.push_back(&one);
      archived = archived || one.archived;
    }
  if (present.size() == 1) return present.front()->id;
  if (present.size() > 1) {
    Unreadable wrong{"ambiguous", "several are called " + shown + ": give them different names"};
    for (const auto* one : present) wrong.choices.push_back(one->name);
    return wrong;
  }
  if (archived) return Unreadable{"archived", shown + " is archived: restore it, or name another"};
  Unreadable wrong{"unknown_" + term_, shown + " is none of those that are known here"};
  constexpr std::size_t kMostChoices = 10;
  const auto begins = key.substr(0, 1);
  for (auto at = named_.lower_bound(begins); at != named_.end() && at->first.starts_with(begins);
       ++at)
    for (const auto& one : at->second) {
      if (wrong.choices.size() == kMostChoices) return wrong;
      if (!one.archived) wrong.choices.push_back(one.name);
    }
  // Those that begin alike first, then others.
  for (const auto& [other, all] : named_)
    for (const auto& one : all) {
      if (wrong.choices.size() == kMostChoices) return wrong;
      if (!one.archived && !other.starts_with(begins)) wrong.choices.push_back(one.name);
    }
  return wrong;
}

void Names::add(NameIndex& index, const std::string& name, const Id& id, bool archived) {
  index.add(name, id, archived);
  of[id] = name;
}

void Reading::refuse(Unreadable wrong) {
  problems.push_back(
      {column, std::move(wrong.code), std::move(wrong.detail), std::move(wrong.choices)});
}

bool is_blank(const boost::json::value& cell) {
  return cell.is_null() || (cell.is_string() && !shows_something(cell.get_string()));
}

std::string text_of(const boost::json::value& cell) {
  if (cell.is_string()) return std::string(cell.get_string());
  if (cell.is_bool()) return cell.get_bool() ? "true" : "false";
  return mapping::to_json(cell.to_number<double>());
}

double multiplied(double number, int factor, const boost::json::value& cell) {
  if (factor == 1 || text_of(cell).find('%') != std::string::npos) return number;
  return as_entered(number * factor);
}

std::vector<std::string> list_of(const boost::json::value& cell) {
  std::vector<std::string> out;
  std::string text = text_of(cell);
  std::ranges::replace(text, ';', ',');
  std::ranges::replace(text, '\n', ',');
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find(','), rest.size());
    auto one = one_spaced(rest.substr(0, end));
    if (!one.empty()) out.push_back(std::move(one));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

namespace {

/// Keeps what was read as the member, or why it can't be.
template <class T, class F>
void keep(Reading& reading, const Field& field, Read<T> read, F json) {
  if (auto* wrong = std::get_if<Unreadable>(&read))
    reading.refuse(std::move(*wrong));
  else
    reading.members[field.member] = json(std::get<T>(read));
}

constexpr auto kItself = [](const auto& value) { return value; };

Read<PeriodOf> period_in(const Reading& reading, const std::string& text) {
  const auto read = read_day(text, reading.by.format.date_order);
  const auto* day = std::get_if<Date>(&read);
  if (!day) return read_period(text);
  const auto period = reading.by.share_period;
  if (period_start(period, *day) == *day) return PeriodOf{period, *day};
  return Unreadable{"not_a_period", "“" + text + "” is not the first day of a " +
                                        std::string(mapping::enum_text(period)) +
                                        "; write it like 2026-07, Q3 2026 or 2026"};
}

}  // namespace

void read_text_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  auto text = text_of(cell);
  // Excel and web pages put no-break spaces where nobody typed one.
  for (const std::string_view space : {"\u00A0", "\u202F"})
    for (auto at = text.find(space); at != text.npos; at = text.find(space, at))
      text.replace(at, space.size(), " ");
  reading.members[field.member] = text;
}

void read_number_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  if (cell.is_number())
    reading.members[field.member] = cell;
  else
    keep<double>(reading, field, read_number(text_of(cell), reading.by.format.decimal_sign),
                 kItself);
}

void read_amount_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  read_number_cell(reading, field, cell);
  if (auto* amount = reading.members.if_contains(field.member))
    *amount = multiplied(amount->to_number<double>(), reading.factor, cell);
}

void read_share_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  if (cell.is_number())
    reading.members[field.member] =
        share_of_number(cell.to_number<double>(), reading.by.format.percent);
  else
    keep<double>(reading, field, read_share(text_of(cell), reading.by.format), kItself);
}

void read_day_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  keep<Date>(reading, field, read_day(text_of(cell), reading.by.format.date_order),
             [](Date day) { return to_string(day); });
}

void read_truth_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  keep<bool>(reading, field, read_truth(text_of(cell)), kItself);
}

void read_confidence_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  const auto text = plain_cell(text_of(cell));
  // The shortest form of a number knows no comma.
  auto format = reading.by.format;
  if (cell.is_number()) format.decimal_sign = DecimalSign::point;
  const auto read = read_confidence(text, format);
  keep<int>(reading, field, read, kItself);
  if (const auto* confidence = std::get_if<int>(&read);
      confidence && text != std::to_string(*confidence))
    reading.members["confidenceText"] = text;
}

void read_list_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  boost::json::array out;
  for (const auto& one : list_of(cell)) out.emplace_back(one);
  reading.members[field.member] = std::move(out);
}

void read_period_cell(Reading& reading, const Field&, const boost::json::value& cell) {
  auto period = period_in(reading, plain_cell(text_of(cell)));
  if (auto* wrong = std::get_if<Unreadable>(&period)) return reading.refuse(std::move(*wrong));
  const auto& [length, starts_on] = std::get<PeriodOf>(period);
  reading.members["period"] = mapping::enum_text(length);
  reading.members["startsOn"] = to_string(starts_on);
}

void read_links_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  auto text = text_of(cell);
  for (auto at = text.find_first_of(",;"); at != text.npos; at = text.find_first_of(",;", at + 1)) {
    const auto next = text.find_first_not_of(' ', at + 1);
    if (next != text.npos && std::string_view(text).substr(next).starts_with("http"))
      text[at] = '\n';
  }
  boost::json::array out;
  std::string_view rest = text;
  while (!rest.empty()) {
    const auto end = std::min(rest.find('\n'), rest.size());
    if (auto one = one_spaced(rest.substr(0, end)); !one.empty()) out.emplace_back(std::move(one));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  reading.members[field.member] = std::move(out);
}

void read_site_or_all_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  constexpr std::string_view kAll =
      "Kunde gesamt,alle Standorte,alle,nicht aufgeteilt,Whole account,All sites,all,not split";
  const auto text = text_of(cell);
  if (auto found = reading.by.names.sites.find(text); const auto* site = std::get_if<Id>(&found))
    reading.members[field.member] = site->text;
  else if (!has_word(kAll, word_key(text)))
    reading.refuse(std::get<Unreadable>(std::move(found)));
}

/// “Rest bei” holds a choice as well as a competitor's name.
void read_rest_cell(Reading& reading, const Field&, const boost::json::value& cell) {
  const auto text = one_spaced(text_of(cell));
  const auto choice = read_choice<Rest>(text);
  const auto* rest = std::get_if<Rest>(&choice);
  reading.members["rest"] = mapping::enum_text(rest ? *rest : Rest::competitor);
  if (!rest)
    reading.members["competitor"] = text;
  else if (*rest != Rest::competitor)
    reading.members["competitor"] = "";
}

void read_competitor_cell(Reading& reading, const Field&, const boost::json::value& cell) {
  reading.members["competitor"] = one_spaced(text_of(cell));
  if (!reading.members.contains("rest"))
    reading.members["rest"] = mapping::enum_text(Rest::competitor);
}

}  // namespace takt::command
