#pragma once

#include <verbale/sdk/control.h>
#include <verbale/sdk/result.h>
#include <verbale/sdk/segment_text.h>

#include <QtCore/QStringList>

namespace verbale {

/// JSON: {"locale": "vi"}
struct CommandListRequest
{
    QString locale; ///< of the user interface, BCP 47
};

/// An entry of a menu. JSON: {"id": "upper", "title": "Upper case", "description": "..."}
struct Command
{
    QString id;          ///< the plugin's own
    QString title;       ///< in the language that was asked for, or in English
    QString description; ///< a sentence
};

/// JSON: {"commands": [...]}
struct CommandListAnswer
{
    QList<Command> commands; ///< in the order of the menu
};

/// JSON: {"command": "upper", "sourceLanguage": "vi", "targetLanguage": "en", "segments": [...]}
struct CommandRunRequest
{
    QString command;             ///< the id
    QString sourceLanguage;      ///< BCP 47
    QString targetLanguage;      ///< BCP 47
    QList<SegmentText> segments; ///< those that the user chose
};

/// A new target for a segment. JSON: {"segmentId": "7", "revision": 3, "text": "...", "codes": [0, 1]}
struct CommandEdit
{
    QString segmentId;
    qint64 revision = 0;
    QString text;                ///< as in Suggestion: each U+FFFC stands for a code of the source
    QList<qsizetype> codes = {}; ///< as in Suggestion::codes
};

/// JSON: {"edits": [...], "message": "", "warnings": ["..."]}
struct CommandRunAnswer
{
    QList<CommandEdit> edits; ///< carried out by the host, as one step that can be undone
    QString message;          ///< for the user; empty: nothing is said
    QStringList warnings;
};

/// Commands of a menu that work on the segments that the user chose. Called on the plugin's worker thread,
/// one call at a time.
class CommandProvider
{
public:
    static constexpr const char *interfaceId = "verbale.command/1";
    virtual ~CommandProvider() = default;
    virtual Result<CommandListAnswer> list(const CommandListRequest &request, const StopToken &stop,
                                           const Progress &progress) = 0;
    virtual Result<CommandRunAnswer> run(const CommandRunRequest &request, const StopToken &stop,
                                         const Progress &progress) = 0;
};

} // namespace verbale
