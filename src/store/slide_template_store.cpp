#include "store/slide_template_store.hpp"

#include <sodium.h>

namespace takt::store {

namespace {

constexpr int kBase64 = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

void put_slide_template_file(Session& session, const std::string& bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kBase64), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), kBase64);
  text.pop_back();  // the zero at its end
  session.execute("update slide_template set content = :content", {bound("content", text)});
}

std::string slide_template_file(Session& session) {
  const auto text = session.value<std::string>("select content from slide_template", {});
  if (!text) return {};
  std::string bytes(text->size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text->data(),
                        text->size(), nullptr, &size, nullptr, kBase64) != 0)
    throw std::runtime_error("the slide template is not in base64");
  bytes.resize(size);
  return bytes;
}

}  // namespace takt::store
