#pragma once

#include "session/handling.h"
#include "session/settings.h"

#include <QtCore/QJsonObject>

#include <optional>

namespace verbale::session {

/// What a member of an engine's settings holds.
enum class MemberKind { Text, LongText, Address, Choice, Flag, Number, NumberList, File };

struct EngineMember
{
    QString name;
    MemberKind kind = MemberKind::Text;
    bool isNeeded = false;
    bool isRare = false;      ///< most people leave it as it is
    QString otherwise = {};   ///< what counts without it, as a text; empty: nothing
    QStringList choices = {}; ///< of a Choice; of a Text those that are offered
    qint64 least = 0;         ///< of a Number
    qint64 most = 0;
};

/// A kind of service: "deepl", "azure" ..., as "type" names it.
struct EngineType
{
    enum class KeyUse { None, Possible, Needed };
    QString name;
    KeyUse key = KeyUse::Needed;
    QList<EngineMember> members;
};

/// Those that the plugin knows, in the order in which people are shown them.
const QList<EngineType> &engineTypes();
/// nullptr for another name.
const EngineType *engineType(const QString &name);

/// An engine as the user has set it up.
struct EngineSetup
{
    QString name; ///< the user's own
    QString type;
    QJsonObject members; ///< of its type, and those that this version does not know
    HandlingLevel handling = HandlingLevel::Open;
    std::optional<double> pricePerMillion = {}; ///< characters; a matter of the user's contract
    QString currency = {};                      ///< of the price: "EUR"
    bool holdsKey = false; ///< somebody wrote a key into the file, which is refused; never saved
    friend bool operator==(const EngineSetup &, const EngineSetup &) = default;
};

/// All of "machineTranslation" in the settings.
struct MachineSettings
{
    QList<EngineSetup> engines;
    std::optional<qint64> documentBudget = {}; ///< characters; nothing: no limit
    std::optional<qint64> monthBudget = {};
    QString proxy = {};       ///< an address, "none", or empty: as the environment says
    QString authorities = {}; ///< a PEM file or a folder to trust in place of the system's
    friend bool operator==(const MachineSettings &, const MachineSettings &) = default;
};

/// In the order of their names. A "handling" that this version does not know stays among the members:
/// handlingAllowed() refuses it, under another name of the engine too.
QList<EngineSetup> enginesOf(const Settings &settings);
/// One of them.
std::optional<EngineSetup> engineNamed(const QString &name, const Settings &settings);
MachineSettings machineSettings(const Settings &settings);

/// The same settings with these engines, saved or not.
Settings withEngines(Settings settings, const MachineSettings &machine);

/// Writes what differs between `own` and `before` (as they were read) into the file, and leaves the rest of
/// it as it stands there now: other members, and what somebody else has changed in the meantime. Keys are
/// taken out. Errors: settings.damaged, which leaves the file as it is, settings.no-folder, file.*.
Result<void> saveEngines(const MachineSettings &own, const MachineSettings &before, const QString &file);

/// What is wrong with a setup before anybody is asked.
struct SetupProblem
{
    enum class Kind {
        Missing,       ///< the member is needed
        NoName,        ///< an engine needs a name
        LongName,      ///< of more than 60 characters
        NameTaken,     ///< another engine is called so
        VariableTaken, ///< another engine takes its key from the same variable: `about` names the engine
        NoAddress,     ///< it cannot be read
        Unencrypted,   ///< only https, and http to this computer
        HoldsPassword, ///< an address is shown and kept in a file
        NoNumber,      ///< or one out of its range
        NoFile,        ///< it cannot be read
        NotAbsolute,   ///< a path from the root is needed
        NotWithTerms,  ///< a text goes with one glossary alone, and its terms are in another one
    };
    QString member; ///< "name", "address" ..., "proxy", "authorities"
    Kind kind = Kind::Missing;
    QString about = {};
    friend bool operator==(const SetupProblem &, const SetupProblem &) = default;
};

/// `others`: the engines beside it.
QList<SetupProblem> problemsOf(const EngineSetup &setup, const QList<EngineSetup> &others);
/// Of proxy and authorities.
QList<SetupProblem> problemsOf(const MachineSettings &settings);

} // namespace verbale::session
