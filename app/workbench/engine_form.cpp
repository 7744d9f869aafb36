#include "workbench/engine_form.h"

#include "workbench/engine_fields.h"
#include "workbench/engine_words.h"
#include "workbench/fact_list.h"
#include "workbench/theme.h"

#include <QtCore/QEvent>
#include <QtCore/QLocale>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace verbale::workbench {

namespace {

using session::HandlingLevel;

constexpr std::array levels{HandlingLevel::Open, HandlingLevel::Internal, HandlingLevel::Mat,
                            HandlingLevel::ToiMat, HandlingLevel::TuyetMat};

void setUp(QScrollArea *area, QWidget *page)
{
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(page);
}

QVBoxLayout *columnOf(QWidget *page)
{
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(20, 4, 16, 12);
    layout->setSpacing(6);
    return layout;
}

/// A person may write 200.000 or 200 000; nothing: no number.
std::optional<qint64> wholeNumber(const QString &text)
{
    QString digits = text.simplified();
    digits.remove(u' ').remove(u'.').remove(u',').remove(QChar(0x00A0)).remove(QChar(0x202F));
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    return isNumber && number >= 0 ? std::optional(number) : std::nullopt;
}

QString shownNumber(const std::optional<qint64> &number)
{
    return number ? QLocale().toString(*number) : QString();
}

} // namespace

EngineForm::EngineForm(Questions &questions, session::KeyStore &keys,
                       std::function<session::ConnectionTest()> make, QWidget *parent)
    : QScrollArea(parent)
    , m_page(new QWidget(this))
    , m_type(makeText(m_page))
    , m_about(makeText(m_page))
    , m_head(new FieldRows(m_page))
    , m_name(new QLineEdit(m_head))
    , m_fields(new EngineFields(questions, m_page))
    , m_key(new EngineKeyBox(keys, m_page))
    , m_rules(new FieldRows(m_page))
    , m_handling(new QComboBox(m_rules))
    , m_consent(makeText(m_page))
    , m_cost(new FieldRows(m_page))
    , m_price(new QLineEdit(m_cost))
    , m_currency(new QLineEdit(m_cost))
    , m_connection(new ConnectionBox(std::move(make), m_page))
{
    makeRows();
    layOut(columnOf(m_page));
    setUp(this, m_page);
    colour();
    for (QLineEdit *line : {m_name, m_price, m_currency})
        connect(line, &QLineEdit::textChanged, this, &EngineForm::tell);
    connect(m_fields, &EngineFields::edited, this, &EngineForm::tell);
    connect(m_key, &EngineKeyBox::edited, this, &EngineForm::tell);
    connect(m_handling, &QComboBox::currentIndexChanged, this, [this] {
        showHandling();
        tell();
    });
    // The wheel scrolls the form: it would change a choice under the mouse without a word.
    m_handling->setFocusPolicy(Qt::StrongFocus);
    m_handling->installEventFilter(this);
}

void EngineForm::makeRows()
{
    QFont large = m_type->font();
    large.setBold(true);
    large.setPointSizeF(large.pointSizeF() * 1.2);
    m_type->setFont(large);
    m_head->addRow(QStringLiteral("name"), tr("&Name"), m_name,
                   tr("Yours; it stands in the menus, in the ledger and after “verbale draft --mt”."));
    for (const HandlingLevel level : levels)
        m_handling->addItem(handlingLevelName(level));
    m_rules->addRow(QStringLiteral("handling"), tr("Texts that it may &have"), m_handling);
    auto *price = new QWidget(m_cost);
    auto *row = new QHBoxLayout(price);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    m_price->setMaximumWidth(fontMetrics().averageCharWidth() * 18);
    m_currency->setMaximumWidth(fontMetrics().averageCharWidth() * 12);
    m_currency->setPlaceholderText(QStringLiteral("EUR"));
    m_currency->setMaxLength(12);
    m_currency->setAccessibleName(tr("Currency"));
    row->addWidget(m_price);
    row->addWidget(m_currency);
    row->addStretch(1);
    price->setFocusProxy(m_price);
    m_cost->addRow(QStringLiteral("pricePerMillion"), tr("&Price of a million characters"), price,
                   tr("By your contract. With it, costs are shown in money too; without it, in characters."));
}

void EngineForm::layOut(QVBoxLayout *layout)
{
    layout->addWidget(m_type);
    layout->addWidget(m_about);
    layout->addSpacing(6);
    layout->addWidget(m_head);
    layout->addWidget(m_fields);
    layout->addWidget(makeHeading(tr("Key"), m_page));
    layout->addWidget(m_key);
    layout->addWidget(makeHeading(tr("What it may have, and what it keeps"), m_page));
    layout->addWidget(m_rules);
    layout->addWidget(m_consent);
    layout->addWidget(makeHeading(tr("Cost"), m_page));
    layout->addWidget(m_cost);
    layout->addWidget(makeHeading(tr("Connection"), m_page));
    layout->addWidget(m_connection);
    layout->addStretch(1);
}

void EngineForm::show(const session::EngineSetup &setup, const QString &storedAs, bool keyPending)
{
    m_filling = true;
    const bool isAnother = m_came.name != setup.name || m_came.type != setup.type;
    if (!(setup == this->setup())) // it was saved: what its test has said still holds
        m_connection->reset();
    m_came = setup;
    m_type->setText(engineTypeName(setup.type));
    m_about->setText(engineTypeAbout(setup.type));
    m_name->setText(setup.name);
    m_fields->show(setup);
    m_key->show(setup, storedAs, keyPending);
    m_handling->setCurrentIndex(static_cast<int>(setup.handling));
    showHandling();
    m_consent->setText(consentText(setup.type));
    m_priceCame = setup.pricePerMillion
                      ? QLocale().toString(*setup.pricePerMillion, 'f', QLocale::FloatingPointShortest)
                      : QString();
    m_price->setText(m_priceCame);
    m_currency->setText(setup.currency);
    if (isAnother)
        verticalScrollBar()->setValue(0);
    m_filling = false;
}

session::EngineSetup EngineForm::setup() const
{
    session::EngineSetup setup = m_came;
    setup.name = m_name->text().trimmed();
    setup.members = m_fields->members();
    setup.handling = levels.at(static_cast<std::size_t>(qMax(0, m_handling->currentIndex())));
    if (m_price->text() != m_priceCame) {
        bool isNumber = false;
        const double price = QLocale().toDouble(m_price->text().trimmed(), &isNumber);
        if (m_price->text().trimmed().isEmpty())
            setup.pricePerMillion = std::nullopt;
        else
            setup.pricePerMillion = isNumber ? price : -1; // which is told to be wrong
    }
    setup.currency = m_currency->text().trimmed();
    return setup;
}

void EngineForm::setProblems(const QList<session::SetupProblem> &problems)
{
    const auto textOf = [&problems](const QString &member) {
        for (const session::SetupProblem &problem : problems) {
            if (problem.member == member)
                return setupProblemText(problem);
        }
        return QString();
    };
    m_head->setProblem(QStringLiteral("name"), textOf(QStringLiteral("name")));
    const bool isPriceWrong = !textOf(QStringLiteral("pricePerMillion")).isEmpty();
    m_cost->setProblem(QStringLiteral("pricePerMillion"),
                       isPriceWrong
                           ? tr("Write the number alone, as in %1; the currency has a field of its own.")
                                 .arg(QLocale().toString(12.5, 'f', 2))
                           : QString());
    if (const session::EngineType *type = session::engineType(m_came.type)) {
        for (const session::EngineMember &member : type->members)
            m_fields->setProblem(member.name, textOf(member.name));
    }
    m_connection->setAvailable(problems.isEmpty());
}

void EngineForm::takeFocus(const QString &member)
{
    if (m_fields->has(member)) {
        m_fields->takeFocus(member);
    } else if (member == QLatin1String("pricePerMillion")) {
        m_price->setFocus();
    } else {
        m_name->setFocus();
        m_name->selectAll();
    }
}

void EngineForm::showHandling()
{
    const auto index = static_cast<std::size_t>(qMax(0, m_handling->currentIndex()));
    const QString name = QStringLiteral("handling");
    const QString text = handlingExplanation(levels.at(index));
    const bool isGrave = levels.at(index) > HandlingLevel::Internal;
    m_rules->setExplanation(name, isGrave ? QString() : text);
    m_rules->setProblem(name, isGrave ? text : QString());
}

void EngineForm::tell()
{
    if (m_filling)
        return;
    m_connection->reset();
    emit edited();
}

void EngineForm::colour()
{
    QPalette quiet = QApplication::palette();
    quiet.setColor(QPalette::WindowText, coloursOf(quiet).quietText);
    m_about->setPalette(quiet);
}

void EngineForm::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        colour();
}

bool EngineForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Wheel && watched == m_handling) {
        event->ignore();
        return true;
    }
    return QScrollArea::eventFilter(watched, event);
}

MachineForm::MachineForm(Questions &questions, QWidget *parent) : QScrollArea(parent)
{
    auto *page = new QWidget(this);
    m_budget = new FieldRows(page);
    m_network = new FieldRows(page);
    m_document = new QLineEdit(m_budget);
    m_month = new QLineEdit(m_budget);
    m_proxy = new QLineEdit(m_network);
    m_authorities = new QLineEdit(m_network);
    m_budget->addRow(
        QStringLiteral("document"), tr("Of a &document"), m_document,
        tr("Characters, over all engines. Verbale stops before a document costs more; empty: no limit."));
    m_budget->addRow(
        QStringLiteral("month"), tr("Of a &month"), m_month,
        tr("The same for all documents of a calendar month. What was lost on the way counts too."));
    m_proxy->setPlaceholderText(tr("as the environment says"));
    m_network->addRow(
        QStringLiteral("proxy"), tr("&Proxy"), m_proxy,
        tr("As in http://proxy.example.org:3128; “none” for none. A proxy that wants a password is "
           "named in the environment, https_proxy, as this file is no place for passwords."));
    m_authorities->setPlaceholderText(tr("those of the system"));
    m_network->addRow(
        QStringLiteral("authorities"), tr("&Certificates to trust"),
        makeFileField(m_authorities, tr("Certificates to trust (PEM)"), questions),
        tr("A PEM file in place of the system's authorities, if your office has one of its own. The "
           "check of certificates cannot be switched off."));
    QVBoxLayout *layout = columnOf(page);
    layout->addWidget(makeHeading(tr("Budget"), page));
    layout->addWidget(m_budget);
    layout->addWidget(makeHeading(tr("The way to the network"), page));
    layout->addWidget(m_network);
    layout->addStretch(1);
    setUp(this, page);
    for (QLineEdit *line : {m_document, m_month, m_proxy, m_authorities})
        connect(line, &QLineEdit::textEdited, this, &MachineForm::edited);
    connect(m_authorities, &QLineEdit::textChanged, this, &MachineForm::edited);
}

void MachineForm::show(const session::MachineSettings &settings)
{
    m_document->setText(shownNumber(settings.documentBudget));
    m_month->setText(shownNumber(settings.monthBudget));
    m_proxyCame = settings.proxy;
    m_proxy->setText(settings.proxy);
    const QSignalBlocker quiet(m_authorities);
    m_authorities->setText(settings.authorities);
}

void MachineForm::writeTo(session::MachineSettings &settings) const
{
    settings.documentBudget = wholeNumber(m_document->text());
    settings.monthBudget = wholeNumber(m_month->text());
    settings.proxy = m_proxy->text().trimmed();
    settings.authorities = m_authorities->text().trimmed();
}

bool MachineForm::check()
{
    const auto checkNumber = [this](const QString &name, const QLineEdit *line) {
        const QString text = line->text().trimmed();
        const bool isSound = text.isEmpty() || wholeNumber(text);
        m_budget->setProblem(
            name, isSound ? QString() : tr("Write a whole number of characters, or nothing for no limit."));
        return isSound;
    };
    bool isSound = checkNumber(QStringLiteral("document"), m_document);
    isSound = checkNumber(QStringLiteral("month"), m_month) && isSound;
    session::MachineSettings settings;
    writeTo(settings);
    for (const QString &name : {QStringLiteral("proxy"), QStringLiteral("authorities")})
        m_network->setProblem(name, {});
    for (const session::SetupProblem &problem : session::problemsOf(settings)) {
        m_network->setProblem(problem.member, setupProblemText(problem));
        // A proxy's password that somebody has written into the file works, and stays until it is changed.
        isSound = isSound && problem.kind == session::SetupProblem::Kind::HoldsPassword &&
                  m_proxy->text().trimmed() == m_proxyCame;
    }
    return isSound;
}

QString MachineForm::problem(const QString &name) const
{
    return m_budget->problem(name) + m_network->problem(name);
}

} // namespace verbale::workbench
