#include "domain/cell.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <regex>

#include "domain/text.hpp"

namespace takt::domain {

namespace {

constexpr std::size_t kMostDigits = 15;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) { return std::ranges::all_of(text, is_digit); }

std::string quoted(std::string_view text) {
  return "“" + std::string(first_characters(text, 40)) + "”";
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Takes what a number is counted in off one of its ends; whether there was any.
bool take_unit(std::string_view& text) {
  constexpr std::array<std::string_view, 11> kUnits{"€",    "%",   "EUR", "Euro", "eur",   "Stück",
                                                    "Stk.", "Stk", "St.", "pcs",  "pieces"};
  for (const auto unit : kUnits) {
    if (text.ends_with(unit))
      text.remove_suffix(unit.size());
    else if (text.starts_with(unit))
      text.remove_prefix(unit.size());
    else
      continue;
    text = trimmed(text);
    return true;
  }
  return false;
}

/// Takes a sign, or the brackets of accountants, off; whether the number is negative.
bool take_sign(std::string_view& text) {
  bool negative = false;
  if (text.starts_with('(') && text.ends_with(')') && text.size() > 2) {
    negative = true;
    text = text.substr(1, text.size() - 2);
  } else if (text.starts_with('-') || text.starts_with('+')) {
    negative = text.starts_with('-');
    text.remove_prefix(1);
  } else if (text.ends_with('-')) {
    negative = true;
    text.remove_suffix(1);
  }
  text = trimmed(text);
  return negative;
}

/// The digits of `1.234.567`; no value unless one sign parts thousands only.
std::optional<std::string> whole_part(std::string_view text, char decimal) {
  std::string out;
  char parting = 0;
  std::size_t in_group = 0;
  for (const char c : text) {
    if (is_digit(c)) {
      out += c;
      ++in_group;
      continue;
    }
    const bool parts = c == ' ' || c == '\'' || (c != decimal && (c == '.' || c == ','));
    const bool fits = parting ? in_group == 3 && c == parting : in_group >= 1 && in_group <= 3;
    if (!parts || !fits) return {};
    parting = c;
    in_group = 0;
  }
  if (parting && in_group != 3) return {};
  return out;
}

/// A number without sign and unit, as C++ writes it.
std::optional<std::string> plain_number(std::string_view text, char decimal) {
  const auto at = text.find(decimal);
  const auto fraction = at == text.npos ? std::string_view{} : text.substr(at + 1);
  const auto whole = whole_part(text.substr(0, at), decimal);
  if (!whole || !all_digits(fraction) || (at != text.npos && fraction.empty())) return {};
  if (whole->empty() && fraction.empty()) return {};
  return (whole->empty() ? "0" : *whole) + (fraction.empty() ? "" : "." + std::string(fraction));
}

std::size_t significant(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if (is_digit(c)) digits += c;
  const auto from = digits.find_first_not_of('0');
  if (from == digits.npos) return 0;
  return digits.find_last_not_of('0') - from + 1;
}

Unreadable no_number(std::string_view text, DecimalSign sign) {
  const bool comma = sign == DecimalSign::comma;
  if (plain_number(text, comma ? '.' : ','))
    return {"other_decimal_sign", quoted(text) + " would be read with a decimal " +
                                      (comma ? "point, but the file is declared to have a comma"
                                             : "comma, but the file is declared to have a point")};
  return {"not_a_number",
          quoted(text) + " is no number; write it like " + (comma ? "1.234,5" : "1,234.5")};
}

struct Number {
  double value = 0;
  bool percent = false;
};

Read<Number> read_signed(std::string_view cell, DecimalSign sign) {
  const auto plain = plain_cell(cell);
  std::string_view text = plain;
  Number out{.percent = plain.find('%') != plain.npos};
  bool negative = false;
  // `-€ 5` and `€ -5` are the same.
  while (take_unit(text)) {
  }
  negative = take_sign(text);
  while (take_unit(text)) {
  }
  const auto number = plain_number(text, sign == DecimalSign::comma ? ',' : '.');
  if (!number) return no_number(text.empty() ? std::string_view(plain) : text, sign);
  if (significant(*number) > kMostDigits)
    return Unreadable{"too_many_digits", quoted(plain) + " has more than 15 significant digits"};
  const auto read = std::from_chars(number->data(), number->data() + number->size(), out.value);
  if (read.ec != std::errc{})
    return Unreadable{"too_many_digits", quoted(plain) + " is larger than can be kept"};
  if (negative && out.value != 0) out.value = -out.value;
  return out;
}

/// The number of a month by its name in German or English, from three letters on.
std::optional<int> month_named(std::string_view text) {
  constexpr std::array<std::array<std::string_view, 3>, 12> kNames{{{"januar", "january", ""},
                                                                    {"februar", "february", ""},
                                                                    {"marz", "march", "mrz"},
                                                                    {"april", "", ""},
                                                                    {"mai", "may", ""},
                                                                    {"juni", "june", ""},
                                                                    {"juli", "july", ""},
                                                                    {"august", "", ""},
                                                                    {"september", "", ""},
                                                                    {"oktober", "october", ""},
                                                                    {"november", "", ""},
                                                                    {"dezember", "december", ""}}};
  const auto word = search_words(text);
  if (word.size() < 3) return {};
  for (int month = 1; const auto& names : kNames) {
    if (std::ranges::any_of(names, [&](std::string_view name) { return name.starts_with(word); }))
      return month;
    ++month;
  }
  return {};
}

std::optional<int> small_number(std::string_view text) {
  if (text.empty() || text.size() > 4 || !all_digits(text)) return {};
  int out = 0;
  std::from_chars(text.data(), text.data() + text.size(), out);
  return out;
}

std::optional<int> year_of(std::string_view text) {
  const auto number = small_number(text);
  if (!number) return {};
  if (text.size() == 4) return number;
  if (text.size() != 2) return {};
  return *number + (*number < 80 ? 2000 : 1900);
}

std::optional<Date> day_of(int year, int month, int day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year},
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok() || year < 1900) return {};
  const Date out{std::chrono::sys_days{ymd}};
  if (out > kLastDay) return {};
  return out;
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view signs) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const auto end = std::min(text.find_first_of(signs), text.size());
    if (end > 0) out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::string_view without_midnight(std::string_view text) {
  const auto at = text.find_first_of(" T");
  if (at == text.npos) return text;
  const auto time = text.substr(at + 1);
  const bool midnight =
      !time.empty() && time.find(':') != time.npos && time.find_first_not_of("0:.Z") == time.npos;
  return midnight ? text.substr(0, at) : text;
}

std::optional<Date> day_in_order(std::string_view text, DateOrder order) {
  auto parts = parts_of(text, "./- ,");
  if (parts.size() != 3) return {};
  const auto named = month_named(parts[1]);
  if (order == DateOrder::mdy && !named) std::swap(parts[0], parts[1]);
  if (order == DateOrder::ymd && !named) std::swap(parts[0], parts[2]);
  const auto day = small_number(parts[0]);
  const auto month = named ? named : small_number(parts[1]);
  const auto year = year_of(parts[2]);
  if (!day || !month || !year || parts[0].size() > 2) return {};
  return day_of(*year, *month, *day);
}

std::string_view example_of(DateOrder order) {
  switch (order) {
    case DateOrder::dmy:
      return "24.11.2026";
    case DateOrder::mdy:
      return "11/24/2026";
    case DateOrder::ymd:
      return "2026-11-24";
  }
  return {};
}

std::optional<PeriodOf> quarter_of(std::string_view year, int quarter) {
  const auto number = year_of(year);
  if (!number || quarter < 1 || quarter > 4) return {};
  const auto day = day_of(*number, quarter * 3 - 2, 1);
  if (!day) return {};
  return PeriodOf{Period::quarter, *day};
}

std::optional<PeriodOf> month_of(std::string_view year, std::optional<int> month) {
  const auto number = year_of(year);
  if (!number || !month || *month < 1 || *month > 12) return {};
  const auto day = day_of(*number, *month, 1);
  if (!day) return {};
  return PeriodOf{Period::month, *day};
}

/// 3 of `q3` and, with a word for it beside, of `3`; no value for anything else.
std::optional<int> quarter_in(std::string_view word) {
  if (word.size() == 2 && (word[0] == 'q') && is_digit(word[1])) return word[1] - '0';
  return {};
}

std::optional<PeriodOf> period_of(std::string_view text) {
  const auto words = search_words(text);
  auto parts = parts_of(words, " ");
  if (parts.size() == 1 && parts[0].size() == 4) {
    const auto year = year_of(parts[0]);
    const auto day = year ? day_of(*year, 1, 1) : std::nullopt;
    if (!day) return {};
    return PeriodOf{Period::year, *day};
  }
  // 3. Quartal 2026, Quarter 3 2026, 2026 Quartal 3
  const auto named = std::ranges::find_if(
      parts, [](std::string_view part) { return part == "quartal" || part == "quarter"; });
  std::string quarter;
  if (named != parts.end() && parts.size() == 3) {
    parts.erase(named);
    auto& number = parts[0].size() == 1 ? parts[0] : parts[1];
    if (number.size() != 1 || !is_digit(number[0])) return {};
    quarter = "q" + std::string(number);
    number = quarter;
  }
  if (parts.size() != 2) return {};
  if (const auto first = quarter_in(parts[0])) return quarter_of(parts[1], *first);
  if (const auto second = quarter_in(parts[1])) return quarter_of(parts[0], *second);
  if (const auto month = month_named(parts[0])) return month_of(parts[1], month);
  if (const auto month = month_named(parts[1])) return month_of(parts[0], month);
  if (parts[0].size() == 4 && parts[1].size() <= 2)
    return month_of(parts[0], small_number(parts[1]));
  if (parts[1].size() == 4 && parts[0].size() <= 2)
    return month_of(parts[1], small_number(parts[0]));
  return {};
}

}  // namespace

std::string one_spaced(std::string_view text) {
  std::string out;
  bool between = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto character = next_character(text, at);
    const auto c = character.value_or(U'?');
    const bool space = c == U' ' || c == U'\t' || c == U'\r' || c == U'\n' || c == 0xA0 ||
                       c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x205F ||
                       c == 0x3000 || c == 0xFEFF;
    if (space) {
      between = !out.empty();
      continue;
    }
    if (between) out += ' ';
    between = false;
    out += text.substr(start, at - start);
  }
  return out;
}

std::string plain_cell(std::string_view cell) {
  const auto text = one_spaced(cell);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto c = next_character(text, at).value_or(U'?');
    if (c == 0x2212 || c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013)
      out += '-';
    else if (c == 0x2019 || c == 0x2BC)
      out += '\'';
    else
      out += text.substr(start, at - start);
  }
  return out;
}

Read<double> read_number(std::string_view text, DecimalSign sign) {
  auto number = read_signed(text, sign);
  if (auto* wrong = std::get_if<Unreadable>(&number)) return std::move(*wrong);
  return std::get<Number>(number).value;
}

double share_of_number(double number, PercentMeaning percent) {
  return percent == PercentMeaning::as_written ? as_entered(number / 100) : number;
}

Read<double> read_share(std::string_view text, const CellFormat& format) {
  auto number = read_signed(text, format.decimal_sign);
  if (auto* wrong = std::get_if<Unreadable>(&number)) return std::move(*wrong);
  const auto [value, percent] = std::get<Number>(number);
  return share_of_number(value, percent ? PercentMeaning::as_written : format.percent);
}

Read<Date> read_day(std::string_view cell, DateOrder order) {
  const auto plain = plain_cell(cell);
  const auto text = without_midnight(plain);
  if (const auto iso = parse_date(text); iso && *iso <= kLastDay) return *iso;
  if (const auto day = day_in_order(text, order)) return *day;
  for (const auto other : {DateOrder::dmy, DateOrder::mdy, DateOrder::ymd})
    if (day_in_order(text, other))
      return Unreadable{"other_date_order", quoted(plain) +
                                                " is no day in the declared order; "
                                                "write it like " +
                                                std::string(example_of(order))};
  return Unreadable{"not_a_date",
                    quoted(plain) + " is no day; write it like " + std::string(example_of(order))};
}

Read<PeriodOf> read_period(std::string_view text) {
  if (const auto period = period_of(text)) return *period;
  return Unreadable{"not_a_period",
                    quoted(plain_cell(text)) +
                        " is no month, quarter or year; write it like 2026-07, Q3 2026 or 2026"};
}

Read<WeekOf> read_week(std::string_view text) {
  static const std::regex shape(
      R"((?:(\d{4}) ?)?(?:kw|w|cw|wk|week|woche|kalenderwoche|calendar week) ?(\d{1,2})(?: (\d{4}|\d\d))?)");
  const auto words = search_words(text);
  std::smatch match;
  Unreadable wrong{"not_a_week",
                   quoted(plain_cell(text)) + " is no week; write it like KW 27 or 2026-W27"};
  if (!std::regex_match(words, match, shape)) return wrong;
  WeekOf out{std::stoi(match[2].str())};
  if (const auto& year = match[1].matched ? match[1] : match[3]; year.matched)
    out.year = std::stoi(year.str()) + (year.length() == 2 ? 2000 : 0);
  if (out.week < 1 || out.week > 53) return wrong;
  return out;
}

Read<int> read_confidence(std::string_view text, const CellFormat& format) {
  constexpr std::array<std::string_view, 9> kHigh{"hoch",    "grun",   "high", "green", "on track",
                                                  "im plan", "sicher", "🟢", "✅"};
  constexpr std::array<std::string_view, 8> kMiddle{"mittel", "gelb",    "medium", "amber",
                                                    "yellow", "at risk", "🟡",   "🟠"};
  constexpr std::array<std::string_view, 8> kLow{"niedrig", "gering",    "rot", "low",
                                                 "red",     "off track", "🔴",   "kritisch"};
  const auto plain = plain_cell(text);
  const auto word = search_words(plain).empty() ? plain : search_words(plain);
  // In the middle of the thirds.
  if (std::ranges::find(kHigh, word) != kHigh.end()) return 8;
  if (std::ranges::find(kMiddle, word) != kMiddle.end()) return 5;
  if (std::ranges::find(kLow, word) != kLow.end()) return 2;
  const auto read = read_number(plain, format.decimal_sign);
  const auto* number = std::get_if<double>(&read);
  const auto scale = plain.ends_with('%') ? ConfidenceScale::percent : format.confidence;
  struct Ends {
    double low, high;
  };
  const auto [low, high] = scale == ConfidenceScale::ten        ? Ends{0, 10}
                           : scale == ConfidenceScale::five     ? Ends{1, 5}
                           : scale == ConfidenceScale::fraction ? Ends{0, 1}
                                                                : Ends{0, 100};
  if (number && *number >= low && *number <= high)
    return static_cast<int>(std::lround((*number - low) / (high - low) * 10));
  return Unreadable{"not_a_confidence", quoted(plain) +
                                            " is no confidence: say high, medium, low, " +
                                            "or a number on the scale declared"};
}

Read<bool> read_truth(std::string_view text) {
  constexpr std::array<std::string_view, 13> kYes{
      "ja", "j", "yes", "y", "x", "1", "wahr", "true", "✓", "✔", "geschatzt", "estimated", "ca"};
  constexpr std::array<std::string_view, 8> kNo{"nein", "n", "no", "0", "falsch", "false", "-", ""};
  const auto plain = plain_cell(text);
  const auto word = search_words(plain).empty() ? plain : search_words(plain);
  if (std::ranges::find(kYes, word) != kYes.end()) return true;
  if (std::ranges::find(kNo, word) != kNo.end()) return false;
  return Unreadable{"not_a_truth", quoted(plain) + " is neither yes nor no", {"true", "false"}};
}

}  // namespace takt::domain
