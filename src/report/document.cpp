#include "report/document.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace takt::report {

namespace {

constexpr double kTopEdge = 56, kFootHeight = 48, kCellGap = 10, kRowGap = 5;

constexpr Type kTitleType{.size = 26, .line = 31, .weight = Weight::semibold};
constexpr Type kLedeType{.size = 14, .line = 21, .colour = colour::kMuted};
constexpr Type kHeadingType{.size = 17, .line = 23, .weight = Weight::semibold};
constexpr Type kSubheadingType{.size = 13, .line = 18, .weight = Weight::semibold};
constexpr Type kText{.size = 12, .line = 17};
constexpr Type kSmallType{.size = 11, .line = 15, .colour = colour::kMuted};
constexpr Type kHead{.size = 10.5, .line = 14, .weight = Weight::medium, .colour = colour::kFaint};
constexpr Type kCell{.size = 11, .line = 15, .most_lines = 30};
constexpr Type kFootType{.size = 10, .line = 14, .colour = colour::kFaint, .most_lines = 1};

}  // namespace

Document::Document(Paper& paper, int pages, const About& about, std::string whose, std::string link)
    : paper_(paper),
      pages_(pages),
      about_(about),
      whose_(std::move(whose)),
      link_(std::move(link)),
      y_(kTopEdge),
      bottom_(paper.height() - kFootHeight - 20) {}

void Document::make_room(double height) {
  if (y_ + height <= bottom_ || y_ <= kTopEdge) return;
  foot();
  paper_.next_page();
  y_ = kTopEdge;
}

double Document::place(double height) {
  make_room(height);
  const auto top = y_;
  y_ += height;
  return top;
}

void Document::flow(Tag tag, const Runs& text, const Type& type, double x, double width) {
  const auto height = paper_.height_of(text, type, width);
  if (y_ + height <= bottom_) {
    y_ += paper_.write(tag, text, type, x, y_, width);
    return;
  }
  for (const auto& line : paper_.lines(text, type, width)) {
    make_room(type.line);
    y_ += paper_.write(tag, line, type, x, y_, width + 2);
  }
}

void Document::title(const std::string& text) {
  flow(Tag::h1, {{text}}, kTitleType, kLeft, width());
  y_ += 6;
}

void Document::lede(const Runs& text) {
  flow(Tag::p, text, kLedeType, kLeft, width());
  y_ += 14;
}

void Document::heading(const std::string& text) {
  y_ += 14;
  make_room(paper_.height_of({{text}}, kHeadingType, width()) + 70);
  flow(Tag::h2, {{text}}, kHeadingType, kLeft, width());
  paper_.line({kLeft, y_ + 3}, {kLeft + width(), y_ + 3}, colour::kLineStrong);
  y_ += 11;
}

void Document::subheading(const std::string& text) {
  y_ += 6;
  make_room(paper_.height_of({{text}}, kSubheadingType, width()) + 110);
  flow(Tag::h3, {{text}}, kSubheadingType, kLeft, width());
  y_ += 3;
}

void Document::paragraph(const std::string& text) {
  flow(Tag::p, {{text}}, kText, kLeft, width());
  y_ += 6;
}

void Document::small(const std::string& text) {
  flow(Tag::p, {{text}}, kSmallType, kLeft, width());
  y_ += 5;
}

void Document::item(const Runs& text) {
  make_room(kText.line);
  paper_.dot({kLeft + 4, y_ + kText.line / 2}, 2, colour::kFaint);
  flow(Tag::li, text, kText, kLeft + 16, width() - 16);
  y_ += 4;
}

void Document::fact(const std::string& name, const std::string& text) {
  if (text.empty()) return;
  constexpr double kName = 150;
  make_room(kText.line);
  Type type = kText;
  type.colour = colour::kMuted;
  paper_.write(Tag::p, name, type, kLeft, y_, kName - kCellGap);
  const auto top = y_;
  flow(Tag::p, {{text}}, kText, kLeft + kName, width() - kName);
  y_ = std::max(y_, top + paper_.height_of({{name}}, type, kName - kCellGap)) + 4;
}

void Document::table(const std::vector<TableColumn>& columns,
                     const std::vector<std::vector<std::string>>& rows) {
  for (const auto& row : rows)
    if (row.size() != columns.size())
      throw std::logic_error("a row has other cells than its table");
  const auto parts = std::accumulate(columns.begin(), columns.end(), 0.0,
                                     [](double sum, const auto& one) { return sum + one.parts; });
  const auto gaps = kCellGap * static_cast<double>(columns.size() - 1);
  const auto unit = (width() - gaps) / parts;
  const auto height_of = [&](const std::vector<std::string>& row, const Type& type) {
    double height = 0;
    for (std::size_t at = 0; at < row.size(); ++at)
      height = std::max(height, paper_.height_of({{row[at]}}, type, columns[at].parts * unit));
    return height;
  };
  const auto write = [&](Tag tag, const std::vector<std::string>& row, Type type) {
    const auto height = height_of(row, type);
    paper_.group("TR", [&] {
      double x = kLeft;
      for (std::size_t at = 0; at < row.size(); ++at) {
        type.align = columns[at].align;
        paper_.write(tag, row[at], type, x, y_, columns[at].parts * unit);
        x += columns[at].parts * unit + kCellGap;
      }
    });
    y_ += height;
  };
  std::vector<std::string> headers;
  headers.reserve(columns.size());
  for (const auto& column : columns) headers.push_back(column.header);
  const auto head = [&] {
    write(Tag::th, headers, kHead);
    y_ += 4;
  };
  if (rows.empty()) return;
  y_ += 4;
  make_room(height_of(headers, kHead) + 4 + height_of(rows.front(), kCell) + 2 * kRowGap);
  std::size_t next = 0;
  while (next < rows.size()) {
    paper_.group("Table", [&] {  // one a page: an element of the structure lies on one page
      head();
      const auto first = next;
      for (; next < rows.size(); ++next) {
        const auto height = height_of(rows[next], kCell) + 2 * kRowGap;
        if (y_ + height > bottom_ && next > first) break;
        paper_.line({kLeft, y_}, {kLeft + width(), y_}, colour::kLine);
        y_ += kRowGap;
        write(Tag::td, rows[next], kCell);
        y_ += kRowGap;
      }
    });
    if (next < rows.size()) make_room(bottom_);
  }
  y_ += 8;
}

void Document::foot() {
  const auto y = paper_.height() - kFootHeight;
  const auto right = kLeft + width();
  const auto edge = link_.empty() ? right : right - 36;
  paper_.line({kLeft, y - 8}, {right, y - 8}, colour::kLine);
  auto said = about_.stand;
  if (pages_ > 0) said += " · " + std::to_string(paper_.pages()) + " / " + std::to_string(pages_);
  const auto said_width = paper_.width_of({{said}}, kFootType) + 2;
  paper_.write(Tag::note, whose_, kFootType, kLeft, y, edge - kLeft - said_width - 16);
  paper_.write(Tag::note, said, kFootType, edge - said_width, y, said_width);
  if (link_.empty()) return;
  const Box box{right - 28, y, 28, 28};
  paper_.qr(link_, box);
  paper_.link(link_, box);
}

void Document::end() { foot(); }

}  // namespace takt::report
