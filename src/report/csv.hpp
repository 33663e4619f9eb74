#pragma once
// One list as CSV (RFC 4180), as Excel opens it with a double click in its reader's language: UTF-8
// with a mark that says so; in German parted by semicolons, with a decimal comma and days like
// 24.11.2026, in English by commas, with a decimal point and ISO days.
//
// A spreadsheet runs whatever begins like a formula. Such a text gets an apostrophe before it,
// which imports take off again; numbers are written as numbers, negative ones, too.

#include "report/reader.hpp"
#include "report/sheet.hpp"

namespace takt::report {

class Csv : public Sheets, public Sheet {
 public:
  explicit Csv(domain::Language language) : language_(language) {}

  /// Throws std::logic_error for a second one.
  Sheet& sheet(std::string_view name, const std::vector<Column>& columns) override;
  void add(const std::vector<Cell>& cells) override;
  /// In the file's name: there is no other place for it.
  void mark_personal(std::string_view words) override { names_.emplace_back(words); }

  /// What the list is called.
  const std::vector<std::string>& names() const { return names_; }
  const std::string& text() const { return text_; }

 private:
  std::string written(const Cell& cell) const;
  domain::Language language_;
  std::size_t columns_ = 0;
  std::vector<std::string> names_;
  std::string text_ = "\xEF\xBB\xBF";
};

/// The file of a list, named after whose it is and as of when.
File csv_file(const access::Context& context, const Reader& reader, const std::string& whose,
              const Csv& csv);

}  // namespace takt::report
