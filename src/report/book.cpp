#include "report/book.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace takt::report {

using namespace domain;

namespace {

constexpr lxw_color_t kHeaderColour = 0xE7EDF5;
constexpr lxw_color_t kPersonalColour = 0xC92A2A;
constexpr std::size_t kMostInCell = 32'767;  ///< characters
constexpr std::size_t kMostInHeader = 80;  ///< characters, of the 255 that a page's header may have

void check(lxw_error error) {
  if (error != LXW_NO_ERROR)
    throw std::runtime_error(std::string("a workbook can't be written: ") + lxw_strerror(error));
}

std::string new_file() {
  auto path = (std::filesystem::temp_directory_path() / "takt-workbook-XXXXXX").string();
  const int file = mkstemp(path.data());
  if (file < 0) throw std::runtime_error("Can't make a temporary file for a workbook.");
  close(file);
  return path;
}

bool is_escape(std::string_view text) {
  return text.size() >= 7 && text[1] == 'x' && text[6] == '_' &&
         std::ranges::all_of(text.substr(2, 4), [](unsigned char c) { return std::isxdigit(c); });
}

/// XML has no place for U+FFFE, U+FFFF and control characters, and makes a line feed of a carriage
/// return: a workbook writes them as `_x000D_`, and the underscore of what only looks so as
/// `_x005F_`. libxlsxwriter knows the control characters, but neither of the others.
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto rest = text.substr(i);
    if (rest[0] == '_' && is_escape(rest)) {
      out += "_x005F_";
    } else if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
      out += rest[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
      i += 2;
    } else {
      out += rest[0];
    }
  }
  return out;
}

lxw_datetime datetime(Instant local) {
  const auto day = std::chrono::floor<std::chrono::days>(local.time);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::minutes>(local.time) - day);
  return {static_cast<int>(date.year()),
          static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())),
          static_cast<int>(clock.hours().count()),
          static_cast<int>(clock.minutes().count()),
          0};
}

/// In headers and footers of a page an & is the beginning of a command.
std::string on_page(std::string_view text) {
  std::string out;
  for (const char c : first_characters(text, kMostInHeader))
    out += c == '&' ? "&&" : std::string{c};
  return out;
}

lxw_format* format_of(lxw_workbook* book, const char* number) {
  auto* format = workbook_add_format(book);
  format_set_num_format(format, number);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

}  // namespace

Book::Book(Language language, About about) : path_(new_file()), about_(std::move(about)) {
  lxw_workbook_options options{};
  options.constant_memory = LXW_TRUE;
  auto folder = std::filesystem::temp_directory_path().string();
  options.tmpdir = folder.data();
  book_ = workbook_new_opt(path_.c_str(), &options);
  if (!book_) {
    std::filesystem::remove(path_);
    throw std::runtime_error("a workbook can't be begun");
  }
  const bool german = language == Language::de;
  formats_.header = format_of(book_, "General");
  format_set_bold(formats_.header);
  format_set_text_wrap(formats_.header);
  format_set_bg_color(formats_.header, kHeaderColour);
  formats_.text = format_of(book_, "@");
  format_set_text_wrap(formats_.text);
  formats_.number = format_of(book_, "General");
  formats_.date = format_of(book_, german ? "dd.mm.yyyy" : "yyyy-mm-dd");
  formats_.moment = format_of(book_, german ? "dd.mm.yyyy hh:mm" : "yyyy-mm-dd hh:mm");
  format_set_align(formats_.moment, LXW_ALIGN_LEFT);
  formats_.percent = format_of(book_, "0 %");
  formats_.whole_amount = format_of(book_, "#,##0");
  formats_.amount = format_of(book_, "#,##0.00");
  lxw_doc_properties properties{};
  properties.title = about_.title.data();
  properties.author = about_.author.data();
  properties.created = std::chrono::system_clock::to_time_t(about_.made.time);
  check(workbook_set_properties(book_, &properties));
}

Book::~Book() {
  if (book_) lxw_workbook_free(book_);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

BookSheet& Book::sheet(std::string_view name, const std::vector<Column>& columns) {
  auto* made = workbook_add_worksheet(book_, std::string(name).c_str());
  if (!made) throw std::logic_error("no sheet can be called " + std::string(name));
  lxw_row_col_options hidden{};
  hidden.hidden = LXW_TRUE;
  // Before the first row, which is out of memory once the next one comes.
  std::uint16_t at = 0;
  for (const auto& [header, width, hide] : columns) {
    check(worksheet_set_column_opt(made, at, at, static_cast<double>(width), nullptr,
                                   hide ? &hidden : nullptr));
    ++at;
  }
  at = 0;
  for (const auto& column : columns)
    check(worksheet_write_string(made, 0, at++, escaped(column.header).c_str(), formats_.header));
  worksheet_freeze_panes(made, 1, 0);
  worksheet_repeat_rows(made, 0, 0);
  worksheet_set_paper(made, 9);  // A4
  worksheet_set_landscape(made);
  worksheet_fit_to_pages(made, 1, 0);
  check(worksheet_set_header(made, ("&L" + on_page(about_.title) + "&R&A").c_str()));
  check(worksheet_set_footer(made, ("&L" + on_page(about_.stand) + "&R&P / &N").c_str()));
  sheets_.push_back(std::unique_ptr<BookSheet>(new BookSheet(made, *this, columns.size())));
  return *sheets_.back();
}

std::string Book::file() {
  for (const auto& sheet : sheets_) sheet->end();
  check(workbook_close(std::exchange(book_, nullptr)));
  std::ifstream file(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void BookSheet::add(const std::vector<Cell>& cells) {
  if (cells.size() != columns_) throw std::logic_error("a row has other cells than its sheet");
  std::uint16_t column = 0;
  for (const auto& cell : cells) write(column++, cell);
  ++rows_;
}

void BookSheet::write(std::uint16_t column, const Cell& cell) {
  const auto& formats = book_.formats_;
  const auto number = [&](double value, lxw_format* format) {
    return worksheet_write_number(sheet_, rows_, column, value, format);
  };
  check(std::visit(
      [&]<class T>(const T& value) {
        if constexpr (std::is_same_v<T, std::string>) {
          // Links of evidence may be more than a cell can hold.
          const std::string text(first_characters(escaped(value), kMostInCell));
          return value.empty()
                     ? LXW_NO_ERROR
                     : worksheet_write_string(sheet_, rows_, column, text.c_str(), formats.text);
        } else if constexpr (std::is_same_v<T, double>) {
          return number(value, formats.number);
        } else if constexpr (std::is_same_v<T, Percent>) {
          return number(value.value, formats.percent);
        } else if constexpr (std::is_same_v<T, Amount>) {
          return number(value.value,
                        decimals(value.value) > 0 ? formats.amount : formats.whole_amount);
        } else if constexpr (std::is_same_v<T, Date>) {
          auto day = datetime({value.days});
          return worksheet_write_datetime(sheet_, rows_, column, &day, formats.date);
        } else if constexpr (std::is_same_v<T, Moment>) {
          auto moment = datetime(value.local);
          return worksheet_write_datetime(sheet_, rows_, column, &moment, formats.moment);
        } else {
          return LXW_NO_ERROR;
        }
      },
      cell.value));
}

void BookSheet::mark_personal(std::string_view words) {
  worksheet_set_tab_color(sheet_, kPersonalColour);
  check(worksheet_set_header(sheet_, ("&L" + on_page(words) + "&R&A").c_str()));
}

void BookSheet::end() {
  const auto last = static_cast<std::uint16_t>(columns_ - 1);
  check(worksheet_autofilter(sheet_, 0, 0, rows_ - 1, last));
  if (!one_page_) return;
  check(worksheet_print_area(sheet_, 0, 0, rows_ - 1, last));
  worksheet_fit_to_pages(sheet_, 1, 1);
}

}  // namespace takt::report
