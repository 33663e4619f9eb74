#pragma once
// A workbook (.xlsx) as it is written: sheets of one header row and rows of typed cells.
//
// Rows go to temporary files as they come, so that memory does not grow with them.

#include <memory>
#include <string>
#include <vector>

#include "report/sheet.hpp"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace takt::report {

/// What a book tells of itself, and on each printed page.
struct About {
  std::string title;
  std::string author;  ///< who made it
  std::string stand;   ///< as of when, worded
  domain::Instant made;
};

class Book;

class BookSheet : public Sheet {
 public:
  void add(const std::vector<Cell>& cells) override;
  /// What was added prints on one page.
  void print_on_one_page() { one_page_ = true; }
  /// In colour, and on each printed page.
  void mark_personal(std::string_view words) override;

 private:
  friend class Book;
  BookSheet(lxw_worksheet* sheet, const Book& book, std::size_t columns)
      : sheet_(sheet), book_(book), columns_(columns) {}
  void write(std::uint16_t column, const Cell& cell);
  void end();
  lxw_worksheet* sheet_;
  const Book& book_;
  std::size_t columns_;
  std::uint32_t rows_ = 1;  ///< with the header
  bool one_page_ = false;
};

class Book : public Sheets {
 public:
  Book(domain::Language language, About about);
  ~Book() override;
  Book(const Book&) = delete;
  Book& operator=(const Book&) = delete;

  /// A further sheet, whose header row stands still and filters.
  BookSheet& sheet(std::string_view name, const std::vector<Column>& columns) override;
  /// The file; the book has ended with it.
  std::string file();

 private:
  friend class BookSheet;
  struct Formats {
    lxw_format *header, *text, *number, *date, *moment, *percent, *whole_amount, *amount;
  };
  std::string path_;
  lxw_workbook* book_ = nullptr;
  Formats formats_{};
  About about_;
  std::vector<std::unique_ptr<BookSheet>> sheets_;
};

}  // namespace takt::report
