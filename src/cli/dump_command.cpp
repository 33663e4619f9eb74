#include "cli/dump_command.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <boost/iostreams/device/file_descriptor.hpp>
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

store::Dump pack(store::Database& database, domain::Instant now, int into) {
  io::filtering_ostream out;
  out.push(io::zstd_compressor());
  out.push(io::file_descriptor_sink(into, io::never_close_handle));
  auto made = store::dump(database, now, out);
  out.reset();
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
