#include "cli/dump_command.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <boost/iostreams/concepts.hpp>
#include <boost/iostreams/filter/zstd.hpp>
#include <boost/iostreams/filtering_stream.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <system_error>

namespace takt::cli {

namespace fs = std::filesystem;
namespace io = boost::iostreams;

namespace {

/// Remembers that it could not write: of what the compressor gives it last nobody else is told.
struct Sink {
  using char_type = char;
  using category = io::sink_tag;
  int into;
  bool* failed;

  std::streamsize write(const char* text, std::streamsize size) const {
    for (std::streamsize done = 0; done < size;) {
      const auto written = ::write(into, text + done, static_cast<std::size_t>(size - done));
      if (written < 0 && errno == EINTR) continue;
      *failed = *failed || written <= 0;
      if (*failed) throw std::ios_base::failure("The dump can't be written");
      done += written;
    }
    return size;
  }
};

store::Dump pack(store::Database& database, domain::Instant now, int into) {
  bool failed = false;
  io::filtering_ostream out;
  out.push(io::zstd_compressor());
  out.push(Sink{into, &failed});
  auto made = store::dump(database, now, out);
  out.reset();
  if (failed) throw std::runtime_error("The dump can't be written: is there room?");
  return made;
}

/// Whether what comes next begins as a packed file does.
bool is_packed(std::istream& in) { return in.peek() == 0x28; }

}  // namespace

store::Dump dump_to(store::Database& database, domain::Instant now, const std::string& file) {
  if (file == "-") return pack(database, now, STDOUT_FILENO);
  if (fs::exists(file)) throw std::runtime_error(file + " is there already.");
  const auto part = file + ".part";
  fs::remove(part);
  const int into = open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (into < 0) throw std::system_error(errno, std::generic_category(), "Can't make " + file);
  try {
    auto made = pack(database, now, into);
    const bool stored = fsync(into) == 0;
    if (!stored) throw std::system_error(errno, std::generic_category(), "Can't store " + file);
    close(into);
    fs::rename(part, file);
    return made;
  } catch (...) {
    close(into);
    fs::remove(part);
    throw;
  }
}

store::Dump load_from(store::Database& database, const std::string& file) {
  std::ifstream from_file;
  if (file != "-") {
    from_file.open(file, std::ios::binary);
    if (!from_file || fs::is_directory(file)) throw std::runtime_error("Can't read " + file + ".");
  }
  std::istream& packed = file == "-" ? std::cin : from_file;
  if (!is_packed(packed)) return store::load(database, packed);
  io::filtering_istream in;
  in.push(io::zstd_decompressor());
  in.push(packed);
  return store::load(database, in);
}

}  // namespace takt::cli
