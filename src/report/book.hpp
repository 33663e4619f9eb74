#pragma once
// A workbook (.xlsx) as it is written: sheets of one header row and rows of typed cells. Texts stay
// texts whatever they look like, numbers and days are numbers and days.
//
// Rows go to temporary files as they come, so that memory does not grow with them.

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/user.hpp"
#include "domain/values.hpp"
#include "mapping/words.hpp"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace takt::report {

using mapping::Word;

/// Unit 1, shown in percent: 0.4 as 40 %.
struct Percent {
  double value = 0;
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

/// What a book tells of itself, and on each printed page.
struct About {
  std::string title;
  std::string author;  ///< who made it
  std::string stand;   ///< as of when, worded
  domain::Instant made;
};

class Sheet;

class Book {
 public:
  Book(domain::Language language, About about);
  ~Book();
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// A further sheet, whose header row stands still and filters. Lives as long as the book.
  Sheet& sheet(std::string_view name, const std::vector<Column>& columns);
  /// The file; the book has ended with it.
  std::string file();

 private:
  friend class Sheet;
  struct Formats {
    lxw_format *header, *text, *number, *date, *moment, *percent, *whole_amount, *amount;
  };
  std::string path_;
  lxw_workbook* book_ = nullptr;
  Formats formats_{};
  About about_;
  std::vector<std::unique_ptr<Sheet>> sheets_;
};

class Sheet {
 public:
  /// The next row.
  void add(const std::vector<Cell>& cells);
  /// What was added prints on one page.
  void print_on_one_page() { one_page_ = true; }
  /// Says in colour, and on each printed page, that it holds personal data.
  void mark_personal(std::string_view words);

 private:
  friend class Book;
  Sheet(lxw_worksheet* sheet, const Book& book, std::size_t columns)
      : sheet_(sheet), book_(book), columns_(columns) {}
  void write(std::uint16_t column, const Cell& cell);
  void end();
  lxw_worksheet* sheet_;
  const Book& book_;
  std::size_t columns_;
  std::uint32_t rows_ = 1;  ///< with the header
  bool one_page_ = false;
};

}  // namespace takt::report
