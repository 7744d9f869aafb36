#pragma once

#include "formats/tmx/read_tmx.h"
#include "formats/tmx/text_reader.h"
#include "xml/stream.h"

#include <string>
#include <utility>
#include <vector>

namespace verbale::tmx {

/// Makes units of what a streaming parse tells, and hands each on when it is complete.
class Reader : public xml::StreamVisitor
{
public:
    Reader(const TmxReadOptions &options, const TakeUnit &take) : m_options(options), m_take(take) {}

    void begin(const xml::StreamTag &tag) override;
    void end(const char *name) override;
    void text(QByteArrayView utf8) override;

    TmxReadSummary summary;

private:
    enum class Where { Tmx, Header, UserEncoding, Body, Unit, Variant, Segment, Detail, Skipped };

    bool spend(qint64 bytes);
    void beginRoot(const xml::StreamTag &tag);
    void beginInTmx(const xml::StreamTag &tag);
    void beginInHeader(const xml::StreamTag &tag);
    void beginInUnit(const xml::StreamTag &tag);
    void beginInVariant(const xml::StreamTag &tag);
    void beginDetail(const xml::StreamTag &tag);
    void beginUnit(const xml::StreamTag &tag);
    void beginVariant(const xml::StreamTag &tag);
    void beginSegment();
    bool isDetail(const xml::StreamTag &tag) const;
    void skip(const xml::StreamTag &tag, const char *parent);
    void endUnit();
    void endVariant();
    void tellHeader();
    TmxAttributes attributes(const xml::StreamTag &tag, const char *element);
    QString attributeName(const char *name);
    void warn(const QString &sentence);

    const TmxReadOptions &m_options;
    const TakeUnit &m_take;
    std::vector<Where> m_open;
    int m_inSegment = 0; ///< open elements in the seg
    TmxUnit m_unit;
    TmxVariant m_variant;
    TextReader m_text;
    TmxDetail m_detail;
    QByteArray m_detailText;
    std::vector<std::pair<std::string, QString>> m_names; ///< attribute names that have been seen
    qint64 m_spent = 0;                                   ///< of options.maximumUnitBytes
    bool m_hasSegment = false;
    bool m_headerTold = false;
    bool m_strayText = false; ///< one has been told already, of this unit
};

} // namespace verbale::tmx
