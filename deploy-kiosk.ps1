<#
.SYNOPSIS
Publishes the kiosk into a folder from which it can be run.
.DESCRIPTION
Builds Kiosk.App in Release, framework-dependent, into a folder named after its version and the moment of publishing.
The folder needs the ASP.NET Core 10 runtime and nothing else; start it with: dotnet Kiosk.App.dll
.PARAMETER Output
Folder under which the published version is put.
.PARAMETER Runtime
Kind of machine to compile ahead for, so that the kiosk starts faster there: linux-arm64 (Raspberry Pi), linux-x64, win-x64.
Left out, the result runs anywhere.
.EXAMPLE
./deploy-kiosk.ps1 -Output ./publish -Runtime linux-arm64
.EXAMPLE
./deploy-kiosk.ps1 -WhatIf
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Output = (Join-Path $PSScriptRoot 'publish'),
    [ValidateSet('', 'linux-arm64', 'linux-x64', 'win-x64')]
    [string] $Runtime = ''
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$project = Join-Path (Join-Path $PSScriptRoot 'Kiosk.App') 'Kiosk.App.csproj'
[xml] $properties = Get-Content (Join-Path $PSScriptRoot 'Directory.Build.props')
$version = $properties.SelectSingleNode('//Version').InnerText
$folder = Join-Path $Output ('kiosk-{0}-{1:yyyyMMdd-HHmmss}' -f $version, (Get-Date).ToUniversalTime())

$arguments = @('publish', $project, '--configuration', 'Release', '--output', $folder)
if ($Runtime) {
    # A lock file of its own: the one in the repository holds for every machine.
    $arguments += @('--runtime', $Runtime, '--self-contained', 'false', '-p:PublishReadyToRun=true',
        '-p:NuGetLockFilePath=obj/publish.packages.lock.json', '-p:RestoreLockedMode=false')
}

if ($PSCmdlet.ShouldProcess($folder, 'Publish the kiosk')) {
    & dotnet @arguments
    if ($LASTEXITCODE -ne 0) {
        throw "Publishing failed (dotnet publish ended with $LASTEXITCODE); nothing was put in place."
    }
    Write-Output "Published to $folder. Start it there with: dotnet Kiosk.App.dll"
}
