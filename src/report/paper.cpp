#include "report/paper.hpp"

#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <qrencode.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmath>
#include <numbers>
#include <stdexcept>

#include "domain/text.hpp"
#include "report/completed.hpp"
#include "report/fonts.hpp"
#include "report/readable.hpp"

namespace takt::report {

namespace {

constexpr double kPoints = 0.75;  ///< of a pixel
constexpr double kShort = 793.7, kLong = 1122.52;
constexpr double kText = 12.5;  ///< the largest size of running text

/// Fontconfig takes fonts by their path: a file that is in memory alone has one.
FcConfig* read_fonts() {
  auto* config = FcConfigCreate();
  for (const auto font : fonts()) {
    const auto file = memfd_create("font", MFD_CLOEXEC);
    if (file < 0 || write(file, font.data(), font.size()) != static_cast<ssize_t>(font.size()))
      throw std::runtime_error("can't put a font into memory");
    const auto path = "/proc/self/fd/" + std::to_string(file);
    if (!FcConfigAppFontAddFile(config, reinterpret_cast<const FcChar8*>(path.c_str())))
      throw std::runtime_error("can't read an own font");
    // Stays open: FreeType reads it when the font is used.
  }
  return config;
}

/// None but our own fonts, whatever the machine has, so that each makes the same file.
FcConfig* own_fonts() {
  static auto* config = read_fonts();
  return config;
}

bool is_drawn(char32_t character) {
  static const auto* all = [] {
    auto* out = FcCharSetCreate();
    const auto* own = FcConfigGetFonts(own_fonts(), FcSetApplication);
    FcCharSet* those = nullptr;
    for (int at = 0; at < own->nfont; ++at)
      if (FcPatternGetCharSet(own->fonts[at], FC_CHARSET, 0, &those) == FcResultMatch)
        FcCharSetMerge(out, those, nullptr);
    return out;
  }();
  return character < 0x80 || FcCharSetHasChar(all, character);
}

/// Pango's font map is not for several threads: each that draws has its own.
PangoFontMap* font_map() {
  struct Release {
    void operator()(PangoFontMap* map) const { g_object_unref(map); }
  };
  thread_local const std::unique_ptr<PangoFontMap, Release> map = [] {
    auto* made = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(made), own_fonts());
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(made), 96);
    return std::unique_ptr<PangoFontMap, Release>(made);
  }();
  return map.get();
}

cairo_status_t take(void* out, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

const char* element_of(Tag tag) {
  switch (tag) {
    case Tag::h1:
      return "H1";
    case Tag::h2:
      return "H2";
    case Tag::h3:
      return "H3";
    case Tag::p:
      return "P";
    case Tag::caption:
      return "Caption";
    case Tag::th:
      return "TH";
    case Tag::td:
      return "TD";
    case Tag::li:
      return "LI";
    case Tag::note:
      return "Note";
    case Tag::none:
      break;
  }
  return nullptr;
}

PangoWeight pango_weight(Weight weight) {
  switch (weight) {
    case Weight::medium:
      return PANGO_WEIGHT_MEDIUM;
    case Weight::semibold:
      return PANGO_WEIGHT_SEMIBOLD;
    case Weight::bold:
      return PANGO_WEIGHT_BOLD;
    case Weight::regular:
      break;
  }
  return PANGO_WEIGHT_NORMAL;
}

PangoAlignment pango_align(Align align) {
  switch (align) {
    case Align::centre:
      return PANGO_ALIGN_CENTER;
    case Align::right:
      return PANGO_ALIGN_RIGHT;
    case Align::left:
      break;
  }
  return PANGO_ALIGN_LEFT;
}

guint16 part(Colour colour, int shift) {
  return static_cast<guint16>((colour >> shift & 0xff) * 257);
}

void set(cairo_t* cairo, Colour colour, double opacity = 1) {
  cairo_set_source_rgba(cairo, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0, opacity);
}

void outline(cairo_t* cairo, const Box& box, double radius) {
  using std::numbers::pi;
  radius = std::min({radius, box.width / 2, box.height / 2});
  if (radius <= 0) return cairo_rectangle(cairo, box.x, box.y, box.width, box.height);
  const auto right = box.x + box.width - radius;
  const auto bottom = box.y + box.height - radius;
  cairo_new_sub_path(cairo);
  cairo_arc(cairo, right, box.y + radius, radius, -pi / 2, 0);
  cairo_arc(cairo, right, bottom, radius, 0, pi / 2);
  cairo_arc(cairo, box.x + radius, bottom, radius, pi / 2, pi);
  cairo_arc(cairo, box.x + radius, box.y + radius, radius, pi, 3 * pi / 2);
  cairo_close_path(cairo);
}

/// What cairo and Pango take, for which one sign of another kind fails the whole file; in one line
/// without its breaks.
std::string printable(std::string_view text, bool one_line) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto character = domain::next_character(text, at);
    const bool breaks = character == U'\n' || character == U'\u2028' || character == U'\u2029';
    if (!character || domain::is_forbidden(*character))
      out += '?';
    else if (breaks && one_line)
      out += ' ';
    else
      out += text.substr(from, at - from);
  }
  return out;
}

/// As it is drawn.
std::string drawable(std::string_view text, bool one_line) {
  return readable(printable(text, one_line), is_drawn);
}

}  // namespace

struct Paper::Surface {
  /// Frees what a C library made.
  template <auto release>
  struct Release {
    template <class T>
    void operator()(T* one) const {
      release(one);
    }
  };
  template <class T, auto release>
  using Owned = std::unique_ptr<T, Release<release>>;

  std::string bytes;
  Owned<cairo_surface_t, cairo_surface_destroy> surface;
  Owned<cairo_t, cairo_destroy> cairo;
  Owned<PangoContext, g_object_unref> context;

  using Layout = Owned<PangoLayout, g_object_unref>;

  Layout layout(const Runs& runs, const Type& type, double width) const {
    auto out = layout_of(runs, type, width, false);
    // Pango counts the lines of each paragraph: what would be too many is one.
    if (type.most_lines > 0 && pango_layout_get_line_count(out.get()) > type.most_lines)
      out = layout_of(runs, type, width, true);
    return out;
  }

  Layout layout_of(const Runs& runs, const Type& type, double width, bool one_line) const {
    Layout out(pango_layout_new(context.get()));
    Owned<PangoFontDescription, pango_font_description_free> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), "Inter");
    pango_font_description_set_weight(font.get(), pango_weight(type.weight));
    pango_font_description_set_absolute_size(font.get(), type.size * PANGO_SCALE);
    pango_layout_set_font_description(out.get(), font.get());
    Owned<PangoAttrList, pango_attr_list_unref> attributes(pango_attr_list_new());
    std::string text;
    const auto add = [&](PangoAttribute* attribute, std::size_t from) {
      attribute->start_index = static_cast<guint>(from);
      attribute->end_index = static_cast<guint>(text.size());
      pango_attr_list_insert(attributes.get(), attribute);
    };
    for (const auto& run : runs) {
      const auto from = text.size();
      text += drawable(run.text, one_line);
      if (run.weight) add(pango_attr_weight_new(pango_weight(*run.weight)), from);
      if (run.colour)
        add(pango_attr_foreground_new(part(*run.colour, 16), part(*run.colour, 8),
                                      part(*run.colour, 0)),
            from);
    }
    add(pango_attr_line_height_new_absolute(static_cast<int>(type.line * PANGO_SCALE)), 0);
    add(pango_attr_font_features_new("tnum"), 0);
    // As Inter is meant to be set: the larger, the closer.
    if (type.size > kText)
      add(pango_attr_letter_spacing_new(static_cast<int>(-0.018 * type.size * PANGO_SCALE)), 0);
    pango_layout_set_text(out.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_attributes(out.get(), attributes.get());
    pango_layout_set_alignment(out.get(), pango_align(type.align));
    if (width >= 0) pango_layout_set_width(out.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
    if (type.most_lines > 0) {
      pango_layout_set_height(out.get(), -type.most_lines);
      pango_layout_set_ellipsize(out.get(), PANGO_ELLIPSIZE_END);
    }
    return out;
  }
};

Paper::Paper(Format format, domain::Language language, About about)
    : width_(format == Format::portrait ? kShort : kLong),
      height_(format == Format::portrait ? kLong : kShort),
      language_(language),
      about_(std::move(about)),
      surface_(std::make_unique<Surface>()) {
  auto& own = *surface_;
  own.surface.reset(
      cairo_pdf_surface_create_for_stream(take, &own.bytes, width_ * kPoints, height_ * kPoints));
  auto* surface = own.surface.get();
  const auto tell = [&](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(surface, what, printable(text, true).c_str());
  };
  tell(CAIRO_PDF_METADATA_TITLE, about_.title);
  tell(CAIRO_PDF_METADATA_AUTHOR, about_.author);
  tell(CAIRO_PDF_METADATA_SUBJECT, about_.stand);
  tell(CAIRO_PDF_METADATA_CREATOR, "Takt");
  tell(CAIRO_PDF_METADATA_CREATE_DATE, to_string(about_.made).substr(0, 19) + "Z");
  own.cairo.reset(cairo_create(surface));
  cairo_scale(own.cairo.get(), kPoints, kPoints);
  own.context.reset(pango_font_map_create_context(font_map()));
  pango_cairo_update_context(own.cairo.get(), own.context.get());
  pango_context_set_round_glyph_positions(own.context.get(), FALSE);  // paper has no pixels
  pango_context_set_language(
      own.context.get(),
      pango_language_from_string(language == domain::Language::de ? "de" : "en"));
}

Paper::~Paper() = default;

double Paper::height_of(const Runs& text, const Type& type, double width) const {
  const auto layout = surface_->layout(text, type, width);
  return pango_layout_get_line_count(layout.get()) * type.line;
}

std::vector<Runs> Paper::lines(const Runs& text, const Type& type, double width) const {
  const auto layout = surface_->layout(text, type, width);
  auto shown = text;
  for (auto& run : shown) run.text = drawable(run.text, false);
  std::vector<Runs> out;
  for (int at = 0; at < pango_layout_get_line_count(layout.get()); ++at) {
    const auto* line = pango_layout_get_line_readonly(layout.get(), at);
    const auto from = static_cast<std::size_t>(line->start_index);
    const auto to = from + static_cast<std::size_t>(line->length);
    Runs runs;
    std::size_t begins = 0;
    for (const auto& run : shown) {
      const auto ends = begins + run.text.size();
      const auto first = std::max(from, begins);
      const auto last = std::min(to, ends);
      if (first < last) {
        runs.push_back(run);
        runs.back().text = run.text.substr(first - begins, last - first);
      }
      begins = ends;
    }
    out.push_back(std::move(runs));
  }
  return out;
}

double Paper::width_of(const Runs& text, const Type& type) const {
  const auto layout = surface_->layout(text, type, -1);
  int width = 0;
  pango_layout_get_size(layout.get(), &width, nullptr);
  return static_cast<double>(width) / PANGO_SCALE;
}

Type Paper::fitted(const std::string& text, Type type, double width) const {
  const auto needed = width_of({{text}}, type);
  if (needed > width) type.size *= width / needed;
  return type;
}

double Paper::write(Tag tag, const Runs& text, const Type& type, double x, double y, double width) {
  auto* cairo = surface_->cairo.get();
  const auto layout = surface_->layout(text, type, width);
  const auto* element = element_of(tag);
  if (element) cairo_tag_begin(cairo, element, nullptr);
  set(cairo, type.colour);
  cairo_move_to(cairo, x, y);
  pango_cairo_show_layout(cairo, layout.get());
  if (element) cairo_tag_end(cairo, element);
  return pango_layout_get_line_count(layout.get()) * type.line;
}

void Paper::group(const char* element, const std::function<void()>& draw) {
  cairo_tag_begin(surface_->cairo.get(), element, nullptr);
  draw();
  cairo_tag_end(surface_->cairo.get(), element);
}

void Paper::fill(const Box& box, Colour colour, double radius, double opacity) {
  if (box.width <= 0 || box.height <= 0) return;
  auto* cairo = surface_->cairo.get();
  outline(cairo, box, radius);
  set(cairo, colour, opacity);
  cairo_fill(cairo);
}

void Paper::frame(const Box& box, Colour colour, double radius, double thickness) {
  auto* cairo = surface_->cairo.get();
  const auto half = thickness / 2;
  outline(cairo, {box.x + half, box.y + half, box.width - thickness, box.height - thickness},
          radius);
  set(cairo, colour);
  cairo_set_line_width(cairo, thickness);
  cairo_stroke(cairo);
}

void Paper::hatch(const Box& box, Colour colour, double radius) {
  if (box.width <= 0) return;
  auto* cairo = surface_->cairo.get();
  cairo_save(cairo);
  outline(cairo, box, radius);
  cairo_clip(cairo);
  set(cairo, colour);
  cairo_set_line_width(cairo, 3);
  const auto lines = static_cast<int>((box.width + 2 * box.height) / 6) + 1;
  for (int at = 0; at < lines; ++at) {
    const auto x = box.x - box.height + 6 * at;
    cairo_move_to(cairo, x, box.y + box.height);
    cairo_line_to(cairo, x + box.height / 2, box.y);
  }
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

void Paper::line(Point from, Point to, Colour colour, double thickness, bool dashed) {
  auto* cairo = surface_->cairo.get();
  cairo_save(cairo);
  const double dash[] = {4, 3};
  if (dashed) cairo_set_dash(cairo, dash, 2, 0);
  cairo_move_to(cairo, from.x, from.y);
  cairo_line_to(cairo, to.x, to.y);
  set(cairo, colour);
  cairo_set_line_width(cairo, thickness);
  cairo_stroke(cairo);
  cairo_restore(cairo);
}

void Paper::course(const std::vector<Point>& points, Colour colour, double thickness) {
  auto* cairo = surface_->cairo.get();
  for (const auto& point : points) cairo_line_to(cairo, point.x, point.y);
  set(cairo, colour);
  cairo_set_line_width(cairo, thickness);
  cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke(cairo);
}

void Paper::dot(Point centre, double radius, Colour colour) {
  fill({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, colour, radius);
}

void Paper::ring(Point centre, double radius, Colour colour, double thickness) {
  frame({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}, colour, radius, thickness);
}

void Paper::area(const std::vector<Point>& corners, Colour colour) {
  auto* cairo = surface_->cairo.get();
  for (const auto& corner : corners) cairo_line_to(cairo, corner.x, corner.y);
  cairo_close_path(cairo);
  set(cairo, colour);
  cairo_fill(cairo);
}

void Paper::qr(const std::string& address, const Box& box) {
  const Surface::Owned<QRcode, QRcode_free> code(
      QRcode_encodeString(address.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1));
  if (!code) return;  // longer than a code can hold: the address stands beside it
  auto* cairo = surface_->cairo.get();
  const auto step = box.width / code->width;
  for (int row = 0; row < code->width; ++row)
    for (int column = 0; column < code->width; ++column)
      if (code->data[row * code->width + column] & 1)
        cairo_rectangle(cairo, box.x + column * step, box.y + row * step, step, step);
  set(cairo, colour::kInk);
  cairo_fill(cairo);
}

void Paper::link(const std::string& address, const Box& box) {
  // cairo 1.16 writes an address into the file as it is.
  std::string plain;
  for (const auto c : address) {
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "%%%02X", static_cast<unsigned char>(c));
    plain += c <= ' ' || c > '~' || std::string_view("'()\\").find(c) != std::string::npos
                 ? std::string(escaped)
                 : std::string(1, c);
  }
  auto* cairo = surface_->cairo.get();
  double x = box.x, y = box.y, width = box.width, height = box.height;
  cairo_user_to_device(cairo, &x, &y);
  cairo_user_to_device_distance(cairo, &width, &height);
  char attributes[128];
  std::snprintf(attributes, sizeof attributes, " rect=[%.2f %.2f %.2f %.2f]", x, y, width, height);
  cairo_tag_begin(cairo, CAIRO_TAG_LINK, ("uri='" + plain + "'" + attributes).c_str());
  cairo_tag_end(cairo, CAIRO_TAG_LINK);
}

void Paper::next_page() {
  cairo_show_page(surface_->cairo.get());
  ++pages_;
}

std::string Paper::file() {
  auto& own = *surface_;
  own.context.reset();
  const auto drawn = cairo_status(own.cairo.get());
  own.cairo.reset();
  cairo_surface_finish(own.surface.get());
  const auto written = cairo_surface_status(own.surface.get());
  for (const auto status : {drawn, written})
    if (status != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error(std::string("can't make the PDF: ") +
                               cairo_status_to_string(status));
  return completed(own.bytes, language_ == domain::Language::de ? "de-DE" : "en-GB");
}

std::string drawn(Format format, domain::Language language, const About& about,
                  const std::function<void(Paper&, int pages)>& draw) {
  int pages = 0;
  {
    Paper counting(format, language, about);
    draw(counting, 0);
    pages = counting.pages();
  }
  Paper paper(format, language, about);
  draw(paper, pages);
  return paper.file();
}

}  // namespace takt::report
