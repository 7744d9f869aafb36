#include "xliff_floors.h"

#include <expat.h>
#ifdef VERBALE_HAS_PUGIXML
#include <pugixml.hpp>
#endif

#include <cstdio>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

namespace floors {

namespace {

struct Unit
{
    std::string id;
    std::string source;
    std::string target;
    bool hasTarget = false;
};

struct Collected
{
    std::vector<Unit> units;
    std::string *text = nullptr; ///< of the open source or target
};

struct FileCloser
{
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

Collected &collected(void *data)
{
    return *static_cast<Collected *>(data);
}

bool isText(const char *name)
{
    return std::strcmp(name, "source") == 0 || std::strcmp(name, "target") == 0;
}

void begin(void *data, const char *name, const char **attributes)
{
    Collected &all = collected(data);
    if (std::strcmp(name, "trans-unit") == 0 || std::strcmp(name, "unit") == 0) {
        all.units.emplace_back();
        for (; *attributes != nullptr; attributes += 2) {
            if (std::strcmp(*attributes, "id") == 0)
                all.units.back().id = attributes[1];
        }
    } else if (all.text != nullptr) {
        *all.text += std::string("\x01<") + name;
        for (; *attributes != nullptr; attributes += 2)
            *all.text += std::string(" ") + attributes[0] + "=\"" + attributes[1] + '"';
        *all.text += '>';
    } else if (!all.units.empty() && isText(name)) {
        const bool isTarget = name[0] == 't';
        all.text = isTarget ? &all.units.back().target : &all.units.back().source;
        all.units.back().hasTarget = all.units.back().hasTarget || isTarget;
    }
}

void end(void *data, const char *name)
{
    Collected &all = collected(data);
    if (all.text == nullptr)
        return;
    if (isText(name))
        all.text = nullptr;
    else
        *all.text += std::string("\x01</") + name + '>';
}

void addText(void *data, const char *text, int length)
{
    Collected &all = collected(data);
    if (all.text != nullptr)
        all.text->append(text, static_cast<std::size_t>(length));
}

Collected read(const char *path)
{
    constexpr int pieceBytes = 1 << 18;
    Collected all;
    const File file(std::fopen(path, "rb"));
    XML_Parser parser = XML_ParserCreate(nullptr);
    XML_SetUserData(parser, &all);
    XML_SetElementHandler(parser, begin, end);
    XML_SetCharacterDataHandler(parser, addText);
    for (bool more = file != nullptr; more;) {
        void *buffer = XML_GetBuffer(parser, pieceBytes);
        const auto got = static_cast<int>(std::fread(buffer, 1, pieceBytes, file.get()));
        more = got > 0 && XML_ParseBuffer(parser, got, XML_FALSE) == XML_STATUS_OK;
    }
    XML_ParserFree(parser);
    return all;
}

void writeEscaped(std::FILE *file, const std::string &text)
{
    bool inTag = false;
    for (const char character : text) {
        if (character == '\x01')
            inTag = true;
        else if (!inTag && character == '&')
            std::fputs("&amp;", file);
        else if (!inTag && character == '<')
            std::fputs("&lt;", file);
        else
            std::fputc(character, file);
        inTag = inTag && character != '>';
    }
}

} // namespace

bool readWithPugixml([[maybe_unused]] const char *path)
{
#ifdef VERBALE_HAS_PUGIXML
    pugi::xml_document document;
    return static_cast<bool>(document.load_file(path, pugi::parse_default | pugi::parse_ws_pcdata));
#else
    return false;
#endif
}

std::size_t readWithExpat(const char *path)
{
    return read(path).units.size();
}

std::size_t copyWithExpat(const char *path, const char *output)
{
    const Collected all = read(path);
    const File file(std::fopen(output, "wb"));
    std::fputs("<xliff><file>\n", file.get());
    for (const Unit &unit : all.units) {
        std::fprintf(file.get(), "<unit id=\"%s\">\n<source>", unit.id.c_str());
        writeEscaped(file.get(), unit.source);
        std::fputs("</source>\n", file.get());
        if (unit.hasTarget) {
            std::fputs("<target>", file.get());
            writeEscaped(file.get(), unit.target);
            std::fputs("</target>\n", file.get());
        }
        std::fputs("</unit>\n", file.get());
    }
    std::fputs("</file></xliff>\n", file.get());
    return all.units.size();
}

} // namespace floors
