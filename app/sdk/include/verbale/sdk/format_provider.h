#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/segment_text.h>

#include <QtCore/QByteArray>
#include <QtCore/QStringList>

namespace verbale {

/// JSON: {"fileName": "note.srt", "start": "BASE64"}
struct FormatDetectRequest
{
    QString fileName; ///< without folders
    QByteArray start; ///< of the file, at most 64 KiB
};

/// JSON: {"confidence": 0.9, "format": "SubRip subtitles"}
struct FormatDetectAnswer
{
    double confidence = 0.0; ///< 0..1; 0: not a file of this format
    QString format;          ///< for people
};

/// JSON: {"fileName": "note.srt", "bytes": "BASE64"}
struct FormatReadRequest
{
    QString fileName;
    QByteArray bytes; ///< the whole file
};

/// A text of the file. JSON: {"id": "7", "source": "...", "target": "", "note": "", "codes": [...]}
struct FormatUnit
{
    QString id; ///< the plugin's own, unique in the file
    QString source;
    QString target;                ///< empty when it has none
    QString note;                  ///< for the translator
    QList<SegmentCode> codes = {}; ///< the n-th U+FFFC of `source` is codes[n]
};

/// JSON: {"sourceLanguage": "vi", "targetLanguage": "", "units": [...], "warnings": ["..."]}
struct FormatReadAnswer
{
    QString sourceLanguage; ///< BCP 47; empty: the file does not say
    QString targetLanguage;
    QList<FormatUnit> units; ///< in the order of the file
    QStringList warnings;
};

/// JSON: {"id": "7", "text": "...", "codes": [0, 1]}
struct FormatTarget
{
    QString id;
    QString text;                ///< each U+FFFC stands for a code of the source
    QList<qsizetype> codes = {}; ///< as in Suggestion::codes
};

/// JSON: {"fileName": "note.srt", "bytes": "BASE64", "targetLanguage": "en", "targets": [...]}
struct FormatWriteRequest
{
    QString fileName;
    QByteArray bytes; ///< the file as it was read
    QString targetLanguage;
    QList<FormatTarget> targets; ///< of the units that have one
};

/// JSON: {"bytes": "BASE64", "warnings": ["..."]}
struct FormatWriteAnswer
{
    QByteArray bytes; ///< the translated file
    QStringList warnings;
};

/// Reads texts out of files of a format and puts translations back. Touches no file itself. Called on the
/// plugin's worker thread, one call at a time.
class FormatProvider
{
public:
    static constexpr const char *interfaceId = "verbale.format/1";
    virtual ~FormatProvider() = default;
    virtual Result<FormatDetectAnswer> detect(const FormatDetectRequest &request, const StopToken &stop,
                                              const Progress &progress) = 0;
    virtual Result<FormatReadAnswer> read(const FormatReadRequest &request, const StopToken &stop,
                                          const Progress &progress) = 0;
    virtual Result<FormatWriteAnswer> write(const FormatWriteRequest &request, const StopToken &stop,
                                            const Progress &progress) = 0;
};

} // namespace verbale
