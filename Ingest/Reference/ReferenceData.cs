using Insights.Ingest.Mapping;

namespace Insights.Ingest.Reference;

/// <summary>A client of the provider. <see cref="MailDomains"/>: lower-case, without @.</summary>
public sealed record ReferenceClient(
    Place At, string Client, string Provider, string Zone, string? Calendar, int? Users, int? Endpoints,
    IReadOnlyList<string> MailDomains, string? Note);

/// <summary>A name, or a mail address, an export uses for a client. Source <c>*</c>: every source.</summary>
public sealed record ReferenceAlias(Place At, string Source, string Name, string Client, string? Note);

/// <summary>A priority or state word a profile does not know, and its value: 1 to 5, or a state of the contract.</summary>
public sealed record ReferenceWord(Place At, string Source, string Field, string Text, string Value, string? Note);

/// <summary>Words of one meaning, in Greek and English, separated by semicolons.</summary>
public sealed record ReferenceConcept(Place At, string Concept, string Words, string? Note);

/// <summary>
/// A promise of a contract, or (with <see cref="IsExpectation"/>) what a client says it expects. Priority null: every priority.
/// Valid from <see cref="ValidFrom"/> to <see cref="ValidTo"/>, both days included; null is without end.
/// <see cref="AnsweredBy"/>: the rung of the response ladder that keeps it; null: human. <see cref="Pauses"/>: the states in which its
/// clock stands still; empty: none; null: the usual ones.
/// </summary>
public sealed record ReferencePromise(
    Place At, bool IsExpectation, string Client, short? Priority, string PromiseKind, string Text, PromiseTerm Term, PromiseClock Clock,
    string? Calendar, double? TargetRatio, DateOnly? ValidFrom, DateOnly? ValidTo, string? Note, string? AnsweredBy,
    IReadOnlyList<string>? Pauses);

/// <summary>
/// Work a client cannot be without: the words and assets that tell it in a ticket, the local hours in which it matters (all three null:
/// always; <see cref="ClosesSecond"/> above 86400 runs into the next day), the priority it has for the client and, where stated, the
/// answer it expects (<see cref="Expectation"/> as written, <see cref="Term"/> what it means).
/// </summary>
public sealed record ReferenceCriticalWork(
    Place At, string Client, string Activity, IReadOnlyList<string> Words, IReadOnlyList<string> Assets, string? Weekdays,
    int? OpensSecond, int? ClosesSecond, short Priority, string? Expectation, PromiseTerm? Term, string? Note);

/// <summary>How large a client is from a day on; null: not stated.</summary>
public sealed record ReferenceSize(Place At, string Client, DateOnly ValidFrom, int? Users, int? Endpoints, string? Note);

/// <summary>What a client answered to a question of <see cref="Questionnaires"/>, by the codes of both.</summary>
public sealed record ReferenceAnswer(Place At, string Client, string Question, string Answer, DateOnly? AnsweredOn, string? Note);

/// <summary>Whether two tickets report the same failure, as a person who looked at both says.</summary>
public sealed record ReferenceLabel(
    Place At, string Source, string TicketId, string EarlierSource, string EarlierTicketId, bool IsSame, string? LabelledBy, DateOnly? LabelledOn,
    string? Note);

/// <summary>
/// Hours open, or a break, of a calendar version. Seconds from local midnight; <see cref="ClosesSecond"/> above 86400 runs into
/// the next day. <see cref="Weekdays"/>: ISO digits.
/// </summary>
public sealed record ReferenceHours(
    Place At, string Calendar, string Zone, string? Holidays, DateOnly ValidFrom, string Kind, string Weekdays,
    int OpensSecond, int ClosesSecond, string? Note);

/// <summary>A holiday of a set: its rule (<see cref="HolidayText"/>), and the shorter hours kept, both null when closed.</summary>
public sealed record ReferenceHoliday(
    Place At, string Holidays, string Rule, string Name, int? OpensSecond, int? ClosesSecond, DateOnly? InsteadOf, string? Note);

/// <summary>A business constant: a number in the unit given.</summary>
public sealed record ReferenceSetting(Place At, string Setting, double Value, string Unit, string? Note);

/// <summary>A published figure: a number of seconds, or a share from 0 to 1, of a population and a year.</summary>
public sealed record ReferenceBenchmark(
    Place At, string Measure, double Value, string Unit, string Population, int Year, int? SampleCount, string Grade, string Source, string? Note);

/// <summary>What a side does after a meeting. <see cref="Side"/>: client or provider; <see cref="Due"/> null: no day agreed; <see cref="DoneOn"/> null: not done.</summary>
public sealed record ReferenceAction(
    Place At, string Client, DateOnly AgreedOn, string Side, string? Owner, string Action, DateOnly? Due, DateOnly? DoneOn, string? Note);

/// <summary>
/// What a side (<see cref="SaidBy"/>: client or provider) says of one thing: a ticket, a failure, or a month (its first day).
/// <see cref="Cause"/>: the code of why the ticket was late.
/// </summary>
public sealed record ReferenceComment(
    Place At, string Client, string? Source, string? TicketId, string? FailureGroupId, DateOnly? Month, string SaidBy, string? Comment, string? Cause,
    string? Note);

/// <summary>A ticket to leave out of attainment where both sides agree; null: that side has not said yet.</summary>
public sealed record ReferenceExclusion(
    Place At, string Source, string TicketId, string Reason, bool? AgreedByClient, bool? AgreedByProvider, string? Note);

/// <summary>
/// Hours a client's contract includes in each <see cref="Per"/> (month, quarter or year, counted from the month of <see cref="ValidFrom"/>), or bought
/// <c>once</c>, a prepaid block. They hold in every month they have a day of; <see cref="ValidTo"/> null: without end.
/// </summary>
public sealed record ReferenceIncludedHours(Place At, string Client, double Hours, string Per, DateOnly ValidFrom, DateOnly? ValidTo, string? Note);

/// <summary>All reference rows of a folder, typed and checked.</summary>
public sealed record ReferenceData(
    IReadOnlyList<ReferenceClient> Clients,
    IReadOnlyList<ReferenceAlias> Aliases,
    IReadOnlyList<ReferenceWord> Vocabulary,
    IReadOnlyList<ReferenceConcept> Lexicon,
    IReadOnlyList<ReferencePromise> Promises,
    IReadOnlyList<ReferencePromise> Expectations,
    IReadOnlyList<ReferenceCriticalWork> CriticalWork,
    IReadOnlyList<ReferenceSize> Sizes,
    IReadOnlyList<ReferenceAnswer> Answers,
    IReadOnlyList<ReferenceLabel> Labels,
    IReadOnlyList<ReferenceHours> Calendars,
    IReadOnlyList<ReferenceHoliday> Holidays,
    IReadOnlyList<ReferenceSetting> Settings,
    IReadOnlyList<ReferenceBenchmark> Benchmarks,
    IReadOnlyList<ReferenceAction> Actions,
    IReadOnlyList<ReferenceComment> Comments,
    IReadOnlyList<ReferenceExclusion> Exclusions,
    IReadOnlyList<ReferenceIncludedHours> IncludedHours)
{
    public static ReferenceData None { get; } = new([], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []);
}
