#include "report/csv.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "report/figures.hpp"

namespace takt::report {

using namespace domain;

namespace {

/// Without exponent and thousands, to as many digits as can be entered.
std::string number(double value, Language language) {
  char text[400];
  const auto end = std::to_chars(text, text + sizeof text, value == 0 ? 0 : as_entered(value),
                                 std::chars_format::fixed);
  std::string out(text, end.ptr);
  if (language == Language::de) std::ranges::replace(out, '.', ',');
  return out;
}

/// In English ISO, which Excel reads in each of its countries.
std::string day(Date date, Language language) {
  return language == Language::en ? to_string(date) : mapping::day_words(language, date);
}

/// Apostrophes that stood before it already are told from ours by one more.
bool is_like_formula(std::string_view text) {
  const auto at = text.find_first_not_of('\'');
  return at != text.npos && std::string_view("=+-@\t\r\n").find(text[at]) != std::string_view::npos;
}

/// Both signs that may part cells are quoted, so that whoever guesses it is not led astray.
std::string quoted(const std::string& text) {
  const bool plain = text.find_first_of(",;\"\t\r\n") == text.npos && !text.starts_with(' ') &&
                     !text.ends_with(' ');
  if (plain) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string{c};
  return out + '"';
}

}  // namespace

Sheet& Csv::sheet(std::string_view name, const std::vector<Column>& columns) {
  if (columns_ > 0) throw std::logic_error("a CSV file has one list");
  names_.emplace_back(name);
  columns_ = columns.size();
  std::vector<Cell> headers;
  headers.reserve(columns.size());
  for (const auto& column : columns) headers.emplace_back(column.header);
  add(headers);
  return *this;
}

void Csv::add(const std::vector<Cell>& cells) {
  if (cells.size() != columns_) throw std::logic_error("a row has other cells than its list");
  const char parted = language_ == Language::de ? ';' : ',';
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text_ += parted;
    text_ += written(cells[i]);
  }
  text_ += "\r\n";
}

std::string Csv::written(const Cell& cell) const {
  return std::visit(
      [&]<class T>(const T& value) -> std::string {
        if constexpr (std::is_same_v<T, std::string>)
          return quoted(is_like_formula(value) ? "'" + value : value);
        else if constexpr (std::is_same_v<T, double>)
          return number(value, language_);
        else if constexpr (std::is_same_v<T, Percent>)
          return number(value.entered ? value.value * 100 : shown_percent(value.value, 1),
                        language_) +
                 "%";
        else if constexpr (std::is_same_v<T, Amount>)
          return number(value.value, language_);
        else if constexpr (std::is_same_v<T, Date>)
          return day(value, language_);
        else if constexpr (std::is_same_v<T, Moment>)
          return day(date_of(value.local), language_) + " " + clock(value);
        else
          return "";
      },
      cell.value);
}

File csv_file(const access::Context& context, const Reader& reader, const std::string& whose,
              const Csv& csv) {
  std::vector<std::string> parts{whose};
  parts.insert(parts.end(), csv.names().begin(), csv.names().end());
  parts.push_back(to_string(date_of(stand(context, reader).local)));
  return {file_name(parts, ".csv"), csv.text()};
}

}  // namespace takt::report
