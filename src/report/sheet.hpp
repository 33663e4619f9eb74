#pragma once
// Lists as files hold them: named columns, and rows of typed cells. Texts stay texts whatever they
// look like, numbers and days are numbers and days. What writes them is a workbook or a CSV file.

#include <concepts>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/user.hpp"
#include "domain/values.hpp"
#include "mapping/words.hpp"

namespace takt::report {

using mapping::Word;

/// Unit 1, shown in percent: 0.4 as 40 %.
struct Percent {
  double value = 0;
  bool entered = false;  ///< to all its digits, where others are shown to a tenth of a per cent
};

/// Volumes and amounts of money, shown with thousands apart.
struct Amount {
  double value = 0;
};

/// What a clock showed (store::local_time).
struct Moment {
  domain::Instant local;
};

/// What stands in a cell; nothing, where there is no value.
struct Cell {
  Cell() = default;
  template <std::convertible_to<std::string_view> T>
  Cell(const T& text)
      : value(std::string(std::string_view(text))) {}  // NOLINT: a cell is its value
  template <class N>
  requires(std::is_arithmetic_v<N> && !std::is_same_v<N, bool>) Cell(N number)
      : value(static_cast<double>(number)) {}  // NOLINT
  Cell(domain::Date date) : value(date) {}     // NOLINT
  Cell(Percent percent) : value(percent) {}    // NOLINT
  Cell(Amount amount) : value(amount) {}       // NOLINT
  Cell(Moment moment) : value(moment) {}       // NOLINT
  template <int Low, int High>
  Cell(domain::Whole<Low, High> whole) : Cell(whole.value) {}  // NOLINT
  template <class T>
  Cell(const std::optional<T>& maybe) {  // NOLINT
    if (maybe) value = Cell(*maybe).value;
  }
  std::variant<std::monostate, std::string, double, domain::Date, Percent, Amount, Moment> value;
};

inline Cell percent(const std::optional<double>& share) {
  return share ? Cell(Percent{*share}) : Cell();
}
/// What was computed, to so many decimals.
Cell computed(const std::optional<double>& value, int decimals);
inline Cell amount(const std::optional<double>& volume) {
  return volume ? Cell(Amount{*volume}) : Cell();
}

/// How wide a column is, in characters.
enum class Width { narrow = 11, usual = 24, wide = 48 };

struct Column {
  std::string header;
  Width width = Width::usual;
  bool hidden = false;
};

/// A column of a list, before its reader's language is known.
struct ColumnWords {
  Word header;
  Width width = Width::usual;
};

/// The columns of a list in a language, and a last one, hidden: the ids of what its rows are about.
std::vector<Column> list_columns(domain::Language language, const std::vector<ColumnWords>& words);

/// A list under way.
class Sheet {
 public:
  virtual ~Sheet() = default;
  /// The next row, of as many cells as there are columns.
  virtual void add(const std::vector<Cell>& cells) = 0;
  /// Says that it holds personal data.
  virtual void mark_personal(std::string_view words) = 0;
};

/// What lists are written to.
class Sheets {
 public:
  virtual ~Sheets() = default;
  /// A further list. Lives as long as what it is written to.
  virtual Sheet& sheet(std::string_view name, const std::vector<Column>& columns) = 0;
};

}  // namespace takt::report
